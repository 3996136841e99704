// Generated from apps/server/openapi.json.
export interface paths {
    "/api/v1/accounts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All accounts, in their order */
        get: {
            parameters: {
                query?: {
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Account"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add an account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAccountInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete an account that has no entries */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change an account */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/accounts/{id}/balance-history/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Balance at the end of each day, week or month */
        get: {
            parameters: {
                query?: {
                    /** @description A year ago when absent */
                    from?: string;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    step?: "day" | "week" | "month";
                    /** @description Today when absent */
                    to?: string;
                };
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            currency: string;
                            points: {
                                balance: string;
                                on: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/close/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an account: its history stays, it takes no new entries */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountClosingInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/reconcile/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold the balance of a day against the bank’s */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReconciliationInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            adjustment_id: string | null;
                            balance: string;
                            difference: string;
                            reconciled: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/reopen/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed account again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    /** @example {} */
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/visibility/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Share an account with the household, or take it back; only its owner may */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountVisibilityInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/summary/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Net worth by kind of account and by currency */
        get: {
            parameters: {
                query?: {
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountsSummary"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/cash-flow/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Income and expense by month */
        get: {
            parameters: {
                query?: {
                    /** @description Eleven months before `to` when absent */
                    from?: string;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    /** @description This month when absent */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CashFlow"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/category-breakdown/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Income and expense by category and month */
        get: {
            parameters: {
                query?: {
                    /** @description Eleven months before `to` when absent */
                    from?: string;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    /** @description This month when absent */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CategoryBreakdown"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/dashboard/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the first screen shows */
        get: {
            parameters: {
                query?: {
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Dashboard"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/net-worth/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Net worth at the end of each day, week or month */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    step?: "day" | "week" | "month";
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NetWorth"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/csrf/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A token to send as X-CSRF-Token with calls by cookie */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            csrf_token: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/resend/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the link again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResendInput"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/verify/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an address by the link of the mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailTokenInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            exchange_token: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/exchange-token/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trade the answer of a verification for a session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExchangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/lockout-status/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a name is locked for this network */
        get: {
            parameters: {
                query: {
                    email_or_username: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            locked: boolean;
                            locked_until: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by email or username */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LoginInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/change/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password; other devices are signed out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link that sets a new password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordResetInput"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset/confirm/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by the link; every device is signed out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordResetConfirmInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/strength/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a password is good enough, and why not */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordToJudgeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acceptable: boolean;
                            problems: {
                                code: string;
                                message: string;
                            }[];
                            score: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register; the same answer for an address that has an account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RegistrationInput"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string;
                            message: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/resend-verification/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the link again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResendInput"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the user is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Session"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/terminate-all/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all other sessions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by email or username */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LoginInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token/refresh/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new access token, by the cookie (with X-CSRF-Token) or the refresh token of a native client */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RefreshInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refreshed"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token/verify/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether an access token is good at this moment */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenToVerifyInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            valid: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/unlock/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock by the link of the mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UnlockInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an address by the link of the mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailTokenInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            exchange_token: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tree of categories as a flat list, parents first */
        get: {
            parameters: {
                query?: {
                    /** @description With the deleted ones */
                    deleted?: "true" | "false";
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    kind?: "income" | "expense" | "both";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Category"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a category */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewCategoryInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One category, deleted or not */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a category; its history stays readable */
        delete: {
            parameters: {
                query?: {
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    /** @description Where its entries go; they stay in the deleted category when absent */
                    reassign_to?: string;
                };
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a category, or move it with everything below it */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CategoryChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/categories/{id}/merge/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give everything of a category to another one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CategoryMergeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{id}/restore/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a deleted category back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/defaults/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The categories that a new household begins with */
        get: {
            parameters: {
                query?: {
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["DefaultCategory"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add the default categories that the household never had */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Category"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/reorder/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put categories in an order */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CategoryOrderInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Category"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/usage/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often each category is used, how much went through it, and when last */
        get: {
            parameters: {
                query?: {
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["CategoryUsage"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/currencies/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All currencies, by code */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Currency"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dev/demo-login/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in as somebody of the demonstration; only with --demo */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DemoLoginInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignedIn"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dev/status/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this development machine offers; not there in production */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            demo: boolean;
                            dev_login: boolean;
                            mailbox: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange-rates/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exchange rates, newest day first */
        get: {
            parameters: {
                query?: {
                    base?: string;
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    on?: string;
                    on__gte?: string;
                    on__lte?: string;
                    /** @description Rows of a page */
                    page_size?: number;
                    quote?: string;
                    sort?: "-on";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: {
                                count?: number;
                                filters: {
                                    [key: string]: unknown;
                                };
                                next_cursor: string | null;
                                page_size: number;
                                previous_cursor: string | null;
                                sort: string;
                                totals?: unknown;
                            };
                            results: components["schemas"]["ExchangeRate"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Set the rate of a day; entries that are there keep the rate they were made with */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewExchangeRateInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExchangeRate"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange-rates/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One exchange rate */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExchangeRate"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete an exchange rate */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Correct an exchange rate */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExchangeRateChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExchangeRate"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/exchange-rates/convert/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rate of a day, and an amount by it */
        get: {
            parameters: {
                query: {
                    /**
                     * @description Decimal string in the currency’s own decimals
                     * @example -45.90
                     */
                    amount?: string;
                    base: string;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    /** @description Today when absent */
                    on?: string;
                    /** @description The household’s currency when absent */
                    quote?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversion"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exchange-rates/upload/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in a table of rates, such as the European Central Bank’s */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExchangeRatesRead"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The households you belong to, the primary one first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Household"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a household, with yourself as its admin */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewHouseholdInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One household */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a household with everything in it; confirm with its name in the body or as ?confirm= */
        delete: {
            parameters: {
                query?: {
                    confirm?: string;
                    /** @description UUID */
                    household?: string;
                };
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HouseholdDeletionInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a household */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HouseholdChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/households/{id}/invitations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All invitations to a household, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Invitation"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Invite somebody by mail or by link */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewInvitationInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/leave/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a household; its last admin hands it over first */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/members/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members of a household, also those who left */
        get: {
            parameters: {
                query?: {
                    /** @description UUID */
                    household?: string;
                    status?: "active" | "cancelled" | "expired";
                };
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Membership"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/set-primary/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a household the one you start in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/summary/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members and pay period of a household */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HouseholdSummary"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/transfer-ownership/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another member the admin and step down */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OwnershipTransferInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    /** @description Rows of a page */
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: {
                                count?: number;
                                filters: {
                                    [key: string]: unknown;
                                };
                                next_cursor: string | null;
                                page_size: number;
                                previous_cursor: string | null;
                                sort: string;
                                totals?: unknown;
                            };
                            results: components["schemas"]["Import"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Bring a bank’s file: it is read, and shown before anything is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import: what was read, counts and sums, warnings, progress */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Throw a preview away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Correct the mapping or say where statements go; the file is read again */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ImportChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/imports/{id}/commit/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the included rows; 202 while a large file is still being written */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ImportCommitInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of an import in the order of the file, each with its state and why */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    page_size?: number;
                    state?: "new" | "duplicate" | "possible_duplicate" | "transfer" | "replaces_pending" | "rejected";
                    statement?: number;
                };
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: {
                                count?: number;
                                filters: {
                                    [key: string]: unknown;
                                };
                                next_cursor: string | null;
                                page_size: number;
                                previous_cursor: string | null;
                                sort: string;
                                totals?: unknown;
                            };
                            results: components["schemas"]["ImportRow"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Include rows, leave them out, or set their categories */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ImportRowsChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/imports/{id}/undo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a committed import back, as if it had never been */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    /** @example {} */
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/templates/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Layouts of files that are remembered, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["ImportTemplate"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/templates/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a layout; the next file of it is looked at afresh */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/resend/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation again with a new link; the old link is dead */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationResendInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/revoke/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an invitation back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/by-token/{token}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation is about, for who holds its link */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationCard"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/by-token/{token}/accept/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation and join its household */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Membership"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the role of a member, never above your own */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoleChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Membership"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/memberships/{id}/deactivate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End somebody’s membership */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Membership"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merchants/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Merchants by name, with the names that banks write for them */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    /** @description Rows of a page */
                    page_size?: number;
                    /** @description A part of the name or of an alias */
                    q?: string;
                    sort?: "name";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: {
                                count?: number;
                                filters: {
                                    [key: string]: unknown;
                                };
                                next_cursor: string | null;
                                page_size: number;
                                previous_cursor: string | null;
                                sort: string;
                                totals?: unknown;
                            };
                            results: components["schemas"]["Merchant"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a merchant */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewMerchantInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merchant"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merchants/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One merchant */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merchant"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a merchant; its names stay with their entries */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a merchant */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MerchantChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merchant"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/merchants/{id}/aliases/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a name that banks or people write for a merchant */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAliasInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merchant"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merchants/{id}/aliases/{alias_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a name from a merchant */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    alias_id: string;
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merchant"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merchants/{id}/merge/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give everything of a merchant to another one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MerchantMergeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merchant"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payees/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The names that banks and people write for whom they pay */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    /** @description Rows of a page */
                    page_size?: number;
                    /** @description A part of the name */
                    q?: string;
                    sort?: "name";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: {
                                count?: number;
                                filters: {
                                    [key: string]: unknown;
                                };
                                next_cursor: string | null;
                                page_size: number;
                                previous_cursor: string | null;
                                sort: string;
                                totals?: unknown;
                            };
                            results: components["schemas"]["Payee"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/permissions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you may do in the household, and with one thing in it */
        get: {
            parameters: {
                query?: {
                    /** @description UUID */
                    household?: string;
                    /** @description Which one of them */
                    id?: string;
                    /** @description The kind of thing, such as account or transaction */
                    resource?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Permissions"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All rules, in the order in which they are asked */
        get: {
            parameters: {
                query?: {
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Rule"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a rule */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewRuleInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rule"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rule */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rule"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a rule; what it did stays done */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a rule */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RuleChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rule"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/rules/{id}/apply/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do what a rule says with everything in the history that it catches */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RuleApplyInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleApplyAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/reorder/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the rules in an order */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RuleOrderInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Rule"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/test/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a rule would catch in the history, before it is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RuleTestInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleTestAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your saved searches, by name */
        get: {
            parameters: {
                query?: {
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["SavedSearch"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Keep filters under a name */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSavedSearchInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One saved search */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Forget a saved search */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Rename a saved search, or give it other filters */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SavedSearchChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/sync/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed since a cursor, or the whole copy page by page */
        get: {
            parameters: {
                query?: {
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    /** @description How many rows at most, about */
                    limit?: number;
                    /** @description next_cursor of the last call; a whole copy when absent */
                    since?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sync"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All tags, by name */
        get: {
            parameters: {
                query?: {
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Tag"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a tag */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewTagInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tag"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One tag */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tag"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a tag */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a tag */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TagChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tag"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/transactions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries by filters and order, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description UUID */
                    account_id?: string;
                    account_id__in?: string;
                    /**
                     * @description Decimal string in the currency’s own decimals
                     * @example -45.90
                     */
                    amount__gte?: string;
                    /**
                     * @description Decimal string in the currency’s own decimals
                     * @example -45.90
                     */
                    amount__lte?: string;
                    /** @description UUID */
                    author_id?: string;
                    /** @description UUID */
                    beneficiary_id?: string;
                    /** @description With everything below it */
                    category_id?: string;
                    category_id__in?: string;
                    currency?: string;
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description The trash instead of the entries */
                    deleted?: "true" | "false";
                    has_splits?: "true" | "false";
                    has_transfer?: "true" | "false";
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    /** @description UUID */
                    import_id?: string;
                    /** @description Who paid */
                    member_id?: string;
                    memo__contains?: string;
                    /** @description UUID */
                    merchant_id?: string;
                    needs_review?: "true" | "false";
                    occurred_on?: string;
                    occurred_on__gte?: string;
                    occurred_on__lte?: string;
                    /** @description Rows of a page */
                    page_size?: number;
                    payee__contains?: string;
                    /** @description Payee, merchant, notes, memo or an exact amount */
                    q?: string;
                    sort?: "-occurred_on" | "occurred_on" | "-amount" | "amount" | "-created_at";
                    source?: "manual" | "import" | "voice" | "receipt" | "feed" | "system";
                    status?: "pending" | "completed" | "failed" | "cancelled";
                    /** @description UUID */
                    tag_id?: string;
                    tag_id__in?: string;
                    /** @description Count and sums of everything that the filters find */
                    totals?: "true" | "false";
                    type?: "income" | "expense" | "transfer";
                    uncategorised?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: {
                                count?: number;
                                filters: {
                                    [key: string]: unknown;
                                };
                                next_cursor: string | null;
                                page_size: number;
                                previous_cursor: string | null;
                                sort: string;
                                totals?: unknown;
                            };
                            results: components["schemas"]["Transaction"][];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add an entry, or both sides of a transfer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewTransactionInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry, also from the trash */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Put an entry into the trash, for 30 days */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change an entry */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TransactionChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/transactions/{id}/categorise/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an entry, and if asked all others of its payee, a category */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CategorisationInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number;
                            transaction: components["schemas"]["Transaction"];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/restore/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an entry back out of the trash */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/splits/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the splits of an entry; they sum to its amount, or there are none */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TransactionSplitsInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/{id}/tags/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add and take away tags of an entry */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TransactionTagsInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/bulk/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Up to 1,000 operations: all or nothing, or with atomic=false each by itself */
        post: {
            parameters: {
                query?: {
                    atomic?: "true" | "false";
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TransactionBulkInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                index: number;
                                problem?: {
                                    detail: string;
                                    error_code: string;
                                };
                                status: number;
                                transaction?: components["schemas"]["Transaction"];
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/link-transfer/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link two opposite entries of different accounts as one transfer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TransferLinkInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Transaction"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/merge/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge two entries that are the same thing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TransactionMergeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/search/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same list, for a search with q */
        get: {
            parameters: {
                query: {
                    /** @description UUID */
                    account_id?: string;
                    account_id__in?: string;
                    /**
                     * @description Decimal string in the currency’s own decimals
                     * @example -45.90
                     */
                    amount__gte?: string;
                    /**
                     * @description Decimal string in the currency’s own decimals
                     * @example -45.90
                     */
                    amount__lte?: string;
                    /** @description UUID */
                    author_id?: string;
                    /** @description UUID */
                    beneficiary_id?: string;
                    /** @description With everything below it */
                    category_id?: string;
                    category_id__in?: string;
                    currency?: string;
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description The trash instead of the entries */
                    deleted?: "true" | "false";
                    has_splits?: "true" | "false";
                    has_transfer?: "true" | "false";
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    /** @description UUID */
                    import_id?: string;
                    /** @description Who paid */
                    member_id?: string;
                    memo__contains?: string;
                    /** @description UUID */
                    merchant_id?: string;
                    needs_review?: "true" | "false";
                    occurred_on?: string;
                    occurred_on__gte?: string;
                    occurred_on__lte?: string;
                    /** @description Rows of a page */
                    page_size?: number;
                    payee__contains?: string;
                    q: string;
                    sort?: "-occurred_on" | "occurred_on" | "-amount" | "amount" | "-created_at";
                    source?: "manual" | "import" | "voice" | "receipt" | "feed" | "system";
                    status?: "pending" | "completed" | "failed" | "cancelled";
                    /** @description UUID */
                    tag_id?: string;
                    tag_id__in?: string;
                    /** @description Count and sums of everything that the filters find */
                    totals?: "true" | "false";
                    type?: "income" | "expense" | "transfer";
                    uncategorised?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: {
                                count?: number;
                                filters: {
                                    [key: string]: unknown;
                                };
                                next_cursor: string | null;
                                page_size: number;
                                previous_cursor: string | null;
                                sort: string;
                                totals?: unknown;
                            };
                            results: components["schemas"]["Transaction"][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/suggest-transfers/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pairs that look like transfers */
        get: {
            parameters: {
                query?: {
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                from: components["schemas"]["Transaction"];
                                reason: string;
                                /** @description 0 to 1 */
                                score: number;
                                to: components["schemas"]["Transaction"];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transactions/unlink-transfer/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a transfer apart */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TransferUnlinkInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Transaction"][];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, with their households */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, language, time zone or preferences */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/users/me/preferences/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the user chose */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Choose something else */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PreferencesChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
            };
        };
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            allow_overdraft: boolean;
            /** @description Balance, pending entries and what may be borrowed */
            available: string;
            available_actions: string[];
            /** @description Opening balance and every completed entry */
            balance: string;
            closed_on: string | null;
            colour: string;
            /** @description Private accounts: others see its balance within a sum */
            count_in_totals: boolean;
            created_at: string;
            credit_limit: string | null;
            currency: string;
            icon: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            include_in_totals: boolean;
            institution: string;
            /** @enum {string} */
            kind: "checking" | "savings" | "credit" | "cash" | "investment" | "loan" | "mortgage" | "kiwisaver" | "other";
            last_reconciled_on: string | null;
            name: string;
            notes: string;
            number_masked: string | null;
            opened_on: string;
            opening_balance: string;
            order: number;
            overdraft_limit: string;
            /**
             * Format: uuid
             * @description UUID
             */
            owner_user_id: string;
            /** @description Sum of the entries that are not booked yet */
            pending: string;
            /** @enum {string} */
            status: "open" | "closed";
            updated_at: string;
            version: number;
            /** @enum {string} */
            visibility: "shared" | "private";
        };
        /**
         * @example {
         *       "name": "Groceries account"
         *     }
         */
        AccountChange: {
            allow_overdraft?: boolean;
            colour?: string;
            count_in_totals?: boolean;
            credit_limit?: string | null;
            icon?: string;
            include_in_totals?: boolean;
            institution?: string;
            /** @enum {string} */
            kind?: "checking" | "savings" | "credit" | "cash" | "investment" | "loan" | "mortgage" | "kiwisaver" | "other";
            name?: string;
            notes?: string;
            number?: string | null;
            /**
             * Format: date
             * @example 2026-11-22
             */
            opened_on?: unknown;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            opening_balance?: string;
            order?: number;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            overdraft_limit?: string;
        };
        AccountChangeInput: {
            allow_overdraft?: boolean;
            colour?: string;
            count_in_totals?: boolean;
            credit_limit?: string | null;
            icon?: string;
            include_in_totals?: boolean;
            institution?: string;
            /** @enum {string} */
            kind?: "checking" | "savings" | "credit" | "cash" | "investment" | "loan" | "mortgage" | "kiwisaver" | "other";
            name?: string;
            notes?: string;
            number?: string | null;
            /** Format: date */
            opened_on?: string;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            opening_balance?: string;
            order?: number;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            overdraft_limit?: string;
        };
        /** @example {} */
        AccountClosing: {
            /**
             * Format: date
             * @example 2026-11-22
             */
            closed_on?: unknown;
        };
        AccountClosingInput: {
            /** Format: date */
            closed_on?: string;
        };
        AccountInput: {
            allow_overdraft: boolean;
            /** @description Balance, pending entries and what may be borrowed */
            available: string;
            available_actions: string[];
            /** @description Opening balance and every completed entry */
            balance: string;
            closed_on: string | null;
            colour: string;
            /** @description Private accounts: others see its balance within a sum */
            count_in_totals: boolean;
            created_at: string;
            credit_limit: string | null;
            currency: string;
            icon: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            include_in_totals: boolean;
            institution: string;
            /** @enum {string} */
            kind: "checking" | "savings" | "credit" | "cash" | "investment" | "loan" | "mortgage" | "kiwisaver" | "other";
            last_reconciled_on: string | null;
            name: string;
            notes: string;
            number_masked: string | null;
            opened_on: string;
            opening_balance: string;
            order: number;
            overdraft_limit: string;
            /**
             * Format: uuid
             * @description UUID
             */
            owner_user_id: string;
            /** @description Sum of the entries that are not booked yet */
            pending: string;
            /** @enum {string} */
            status: "open" | "closed";
            updated_at: string;
            version: number;
            /** @enum {string} */
            visibility: "shared" | "private";
        };
        AccountsSummary: {
            accounts: string[];
            by_currency: {
                amount: string;
                /** @description In the household’s currency; null where no rate is known */
                converted: string | null;
                currency: string;
                rate: string | null;
            }[];
            by_kind: {
                accounts: number;
                amount: string;
                kind: string;
            }[];
            net_worth: {
                amount: string;
                currency: string;
            };
            /** @description Sums of others’ private accounts that they let count */
            private_others: {
                amount: string;
                currency: string;
            }[];
        };
        AccountsSummaryInput: {
            accounts: string[];
            by_currency: {
                amount: string;
                /** @description In the household’s currency; null where no rate is known */
                converted: string | null;
                currency: string;
                rate: string | null;
            }[];
            by_kind: {
                accounts: number;
                amount: string;
                kind: string;
            }[];
            net_worth: {
                amount: string;
                currency: string;
            };
            /** @description Sums of others’ private accounts that they let count */
            private_others: {
                amount: string;
                currency: string;
            }[];
        };
        /**
         * @example {
         *       "visibility": "private"
         *     }
         */
        AccountVisibility: {
            /** @enum {string} */
            visibility: "shared" | "private";
        };
        /**
         * @example {
         *       "visibility": "private"
         *     }
         */
        AccountVisibilityInput: {
            /** @enum {string} */
            visibility: "shared" | "private";
        };
        CashFlow: {
            currency: string;
            months: {
                expense: string;
                income: string;
                month: string;
                net: string;
            }[];
        };
        CashFlowInput: {
            currency: string;
            months: {
                expense: string;
                income: string;
                month: string;
                net: string;
            }[];
        };
        /**
         * @example {
         *       "category_id": null
         *     }
         */
        Categorisation: {
            /** @enum {string} */
            also?: "same_payee";
            category_id: string | null;
        };
        /**
         * @example {
         *       "category_id": null
         *     }
         */
        CategorisationInput: {
            /** @enum {string} */
            also?: "same_payee";
            category_id: string | null;
        };
        Category: {
            available_actions: string[];
            colour: string;
            created_at: string;
            depth: number;
            icon: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description Deleted; kept so that its history stays readable */
            is_archived: boolean;
            is_default: boolean;
            /** @enum {string} */
            kind: "income" | "expense" | "both";
            name: string;
            name_mi: string | null;
            order: number;
            parent_id: string | null;
            /** @description The names from the top down: Food & Dining › Groceries */
            path: string;
            transactions_count: number;
            updated_at: string;
            version: number;
        };
        CategoryBreakdown: {
            currency: string;
            months: string[];
            rows: {
                amounts: string[];
                category_id: string | null;
                /** @enum {string} */
                kind: "income" | "expense";
                total: string;
            }[];
        };
        CategoryBreakdownInput: {
            currency: string;
            months: string[];
            rows: {
                amounts: string[];
                category_id: string | null;
                /** @enum {string} */
                kind: "income" | "expense";
                total: string;
            }[];
        };
        /**
         * @example {
         *       "name": "Market"
         *     }
         */
        CategoryChange: {
            colour?: string;
            icon?: string;
            /** @enum {string} */
            kind?: "income" | "expense" | "both";
            name?: string;
            name_mi?: string | null;
            order?: number;
            parent_id?: string | null;
        };
        CategoryChangeInput: {
            colour?: string;
            icon?: string;
            /** @enum {string} */
            kind?: "income" | "expense" | "both";
            name?: string;
            name_mi?: string | null;
            order?: number;
            parent_id?: string | null;
        };
        CategoryInput: {
            available_actions: string[];
            colour: string;
            created_at: string;
            depth: number;
            icon: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description Deleted; kept so that its history stays readable */
            is_archived: boolean;
            is_default: boolean;
            /** @enum {string} */
            kind: "income" | "expense" | "both";
            name: string;
            name_mi: string | null;
            order: number;
            parent_id: string | null;
            /** @description The names from the top down: Food & Dining › Groceries */
            path: string;
            transactions_count: number;
            updated_at: string;
            version: number;
        };
        /**
         * @example {
         *       "into_id": "01a20119-5f73-7133-b10c-cbcfa574f45e"
         *     }
         */
        CategoryMerge: {
            /**
             * Format: uuid
             * @description UUID
             */
            into_id: string;
        };
        /**
         * @example {
         *       "into_id": "01a20119-5f73-7133-b10c-cbcfa574f45e"
         *     }
         */
        CategoryMergeInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            into_id: string;
        };
        /**
         * @example {
         *       "ids": [
         *         "01a20119-5f73-7133-b10c-cbcfa574f45e"
         *       ]
         *     }
         */
        CategoryOrder: {
            ids: string[];
        };
        /**
         * @example {
         *       "ids": [
         *         "01a20119-5f73-7133-b10c-cbcfa574f45e"
         *       ]
         *     }
         */
        CategoryOrderInput: {
            ids: string[];
        };
        CategoryUsage: {
            /**
             * Format: uuid
             * @description UUID
             */
            category_id: string;
            count: number;
            last_used_on: string | null;
            /** @description In the household’s currency; spending is negative */
            total: string;
        };
        CategoryUsageInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            category_id: string;
            count: number;
            last_used_on: string | null;
            /** @description In the household’s currency; spending is negative */
            total: string;
        };
        Conversion: {
            across: string | null;
            amount: string | null;
            base: string;
            converted: string | null;
            on: string;
            quote: string;
            rate: string;
            /** @description The day that the rate is of; an earlier one where the day itself has none */
            rate_on: string;
            /** @enum {string} */
            way: "same" | "direct" | "inverse" | "across";
        };
        ConversionInput: {
            across: string | null;
            amount: string | null;
            base: string;
            converted: string | null;
            on: string;
            quote: string;
            rate: string;
            /** @description The day that the rate is of; an earlier one where the day itself has none */
            rate_on: string;
            /** @enum {string} */
            way: "same" | "direct" | "inverse" | "across";
        };
        /**
         * @example {
         *       "date_order": "dmy"
         *     }
         */
        CsvMapping: {
            because?: unknown;
            columns?: {
                [key: string]: "date" | "booked_date" | "value_date" | "amount" | "debit" | "credit" | "direction" | "balance" | "fee" | "currency" | "payee" | "memo" | "reference" | "bank_id" | "kind" | "category" | "tags" | "account" | "counter_account" | "status" | "foreign_amount" | "foreign_currency" | "rate" | "person" | "ignore";
            };
            currency?: string;
            /** @enum {string} */
            date_order?: "dmy" | "mdy" | "ymd" | "ydm";
            /** @enum {string} */
            decimal_mark?: "." | ",";
            delimiter?: string;
            encoding?: string;
            first_line?: number;
            header_line?: number;
            /** @enum {string} */
            row_order?: "oldest_first" | "newest_first";
            /** @enum {string} */
            sign?: "positive_in" | "positive_out" | "words" | "columns" | "balance";
            words_in?: string[];
            words_out?: string[];
        };
        /**
         * @example {
         *       "date_order": "dmy"
         *     }
         */
        CsvMappingInput: {
            because?: unknown;
            columns?: {
                [key: string]: "date" | "booked_date" | "value_date" | "amount" | "debit" | "credit" | "direction" | "balance" | "fee" | "currency" | "payee" | "memo" | "reference" | "bank_id" | "kind" | "category" | "tags" | "account" | "counter_account" | "status" | "foreign_amount" | "foreign_currency" | "rate" | "person" | "ignore";
            };
            currency?: string;
            /** @enum {string} */
            date_order?: "dmy" | "mdy" | "ymd" | "ydm";
            /** @enum {string} */
            decimal_mark?: "." | ",";
            delimiter?: string;
            encoding?: string;
            first_line?: number;
            header_line?: number;
            /** @enum {string} */
            row_order?: "oldest_first" | "newest_first";
            /** @enum {string} */
            sign?: "positive_in" | "positive_out" | "words" | "columns" | "balance";
            words_in?: string[];
            words_out?: string[];
        };
        Currency: {
            code: string;
            exponent: number;
            name: string;
            symbol: string;
        };
        CurrencyInput: {
            code: string;
            exponent: number;
            name: string;
            symbol: string;
        };
        Dashboard: {
            balances: {
                debt: string;
                everyday: string;
                savings: string;
            };
            cash_flow: {
                expense: string;
                income: string;
                month: string;
                net: string;
            }[];
            currency: string;
            month: {
                by_category: {
                    amount: string;
                    category_id: string | null;
                    share: number;
                }[];
                expense: string;
                income: string;
                month: string;
                net: string;
            };
            needs_you: {
                count: number;
                kind: string;
                link: string;
            }[];
            net_worth: string;
            pay: {
                days_left: number;
                income: string;
                /** @description What is in everyday accounts, shared out over the days until pay day */
                left_a_day: string;
                next_pay_on: string;
                period: {
                    ends_on: string;
                    starts_on: string;
                };
                /** @description In this pay period, as a negative amount */
                spent: string;
            };
            recent: components["schemas"]["Transaction"][];
            today: string;
        };
        DashboardInput: {
            balances: {
                debt: string;
                everyday: string;
                savings: string;
            };
            cash_flow: {
                expense: string;
                income: string;
                month: string;
                net: string;
            }[];
            currency: string;
            month: {
                by_category: {
                    amount: string;
                    category_id: string | null;
                    share: number;
                }[];
                expense: string;
                income: string;
                month: string;
                net: string;
            };
            needs_you: {
                count: number;
                kind: string;
                link: string;
            }[];
            net_worth: string;
            pay: {
                days_left: number;
                income: string;
                /** @description What is in everyday accounts, shared out over the days until pay day */
                left_a_day: string;
                next_pay_on: string;
                period: {
                    ends_on: string;
                    starts_on: string;
                };
                /** @description In this pay period, as a negative amount */
                spent: string;
            };
            recent: components["schemas"]["TransactionInput"][];
            today: string;
        };
        DefaultCategory: {
            colour: string;
            icon: string;
            key: string;
            /** @enum {string} */
            kind: "income" | "expense" | "both";
            name: string;
            name_mi: string | null;
            parent_key: string | null;
        };
        DefaultCategoryInput: {
            colour: string;
            icon: string;
            key: string;
            /** @enum {string} */
            kind: "income" | "expense" | "both";
            name: string;
            name_mi: string | null;
            parent_key: string | null;
        };
        /**
         * @example {
         *       "member": "mere"
         *     }
         */
        DemoLogin: {
            /** @description Username */
            member: string;
        };
        /**
         * @example {
         *       "member": "mere"
         *     }
         */
        DemoLoginInput: {
            /** @description Username */
            member: string;
        };
        /**
         * @example {
         *       "exchange_token": "what the verification answered"
         *     }
         */
        Exchange: {
            /**
             * @default web
             * @enum {string}
             */
            client: "web" | "native";
            /** @default  */
            device_name: string;
            exchange_token: string;
            /** @default false */
            remember_me: boolean;
        };
        ExchangeInput: {
            /**
             * @default web
             * @enum {string}
             */
            client: "web" | "native";
            device_name?: string;
            exchange_token: string;
            /** @default false */
            remember_me: boolean;
        };
        ExchangeRate: {
            available_actions: string[];
            base: string;
            created_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            on: string;
            quote: string;
            rate: string;
            /** @enum {string} */
            source: "manual" | "file";
            updated_at: string;
            version: number;
        };
        /**
         * @example {
         *       "rate": "1.66"
         *     }
         */
        ExchangeRateChange: {
            /**
             * @description Units of the quote currency for one unit of the base currency
             * @example 1.6543
             */
            rate: string;
        };
        /**
         * @example {
         *       "rate": "1.66"
         *     }
         */
        ExchangeRateChangeInput: {
            /**
             * @description Units of the quote currency for one unit of the base currency
             * @example 1.6543
             */
            rate: string;
        };
        ExchangeRateInput: {
            available_actions: string[];
            base: string;
            created_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            on: string;
            quote: string;
            rate: string;
            /** @enum {string} */
            source: "manual" | "file";
            updated_at: string;
            version: number;
        };
        ExchangeRatesRead: {
            changed: number;
            currencies: string[];
            first_on: string | null;
            kept: number;
            last_on: string | null;
            read: number;
            skipped: number;
            warnings: {
                code: string;
                line: number;
                message: string;
            }[];
        };
        ExchangeRatesReadInput: {
            changed: number;
            currencies: string[];
            first_on: string | null;
            kept: number;
            last_on: string | null;
            read: number;
            skipped: number;
            warnings: {
                code: string;
                line: number;
                message: string;
            }[];
        };
        Household: {
            available_actions: string[];
            capabilities: string[];
            created_at: string;
            currency: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            is_primary: boolean;
            members_count: number;
            name: string;
            pay_cycle: {
                anchor_on: string;
                days?: number;
                /** @enum {string} */
                kind: "weekly" | "fortnightly" | "four_weekly" | "twice_monthly" | "monthly" | "quarterly" | "yearly" | "custom";
            };
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
            time_zone: string;
            /** @enum {string} */
            type: "family" | "couple" | "student" | "individual" | "organisation";
            updated_at: string;
            version: number;
        };
        /**
         * @example {
         *       "name": "Tūī Street"
         *     }
         */
        HouseholdChange: {
            currency?: string;
            name?: string;
            pay_cycle?: {
                /**
                 * Format: date
                 * @description A real pay day; today when absent
                 * @example 2026-11-22
                 */
                anchor_on?: unknown;
                /** @description Length of a custom cycle, and only of that */
                days?: number;
                /** @enum {string} */
                kind: "weekly" | "fortnightly" | "four_weekly" | "twice_monthly" | "monthly" | "quarterly" | "yearly" | "custom";
            };
            time_zone?: string;
            /** @enum {string} */
            type?: "family" | "couple" | "student" | "individual" | "organisation";
        };
        HouseholdChangeInput: {
            currency?: string;
            name?: string;
            pay_cycle?: {
                /**
                 * Format: date
                 * @description A real pay day; today when absent
                 */
                anchor_on?: string;
                /** @description Length of a custom cycle, and only of that */
                days?: number;
                /** @enum {string} */
                kind: "weekly" | "fortnightly" | "four_weekly" | "twice_monthly" | "monthly" | "quarterly" | "yearly" | "custom";
            };
            time_zone?: string;
            /** @enum {string} */
            type?: "family" | "couple" | "student" | "individual" | "organisation";
        };
        HouseholdDeletion: {
            /** @description The name of the household, as it is */
            confirm?: string;
        };
        HouseholdDeletionInput: {
            /** @description The name of the household, as it is */
            confirm?: string;
        };
        HouseholdInput: {
            available_actions: string[];
            capabilities: string[];
            created_at: string;
            currency: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            is_primary: boolean;
            members_count: number;
            name: string;
            pay_cycle: {
                anchor_on: string;
                days?: number;
                /** @enum {string} */
                kind: "weekly" | "fortnightly" | "four_weekly" | "twice_monthly" | "monthly" | "quarterly" | "yearly" | "custom";
            };
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
            time_zone: string;
            /** @enum {string} */
            type: "family" | "couple" | "student" | "individual" | "organisation";
            updated_at: string;
            version: number;
        };
        HouseholdSummary: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            members_by_role: {
                [key: string]: number;
            };
            members_count: number;
            name: string;
            next_pay_on: string;
            pay_period: {
                ends_on: string;
                starts_on: string;
            };
        };
        HouseholdSummaryInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            members_by_role: {
                [key: string]: number;
            };
            members_count: number;
            name: string;
            next_pay_on: string;
            pay_period: {
                ends_on: string;
                starts_on: string;
            };
        };
        Import: {
            author_id: string | null;
            available_actions: string[];
            bank: string | null;
            columns: {
                name: string;
                samples: string[];
            }[] | null;
            committed_at: string | null;
            counts: {
                duplicate: number;
                included: number;
                new: number;
                possible_duplicate: number;
                rejected: number;
                replaces_pending: number;
                total: number;
                transfer: number;
            };
            created_at: string;
            currency: string | null;
            encoding: string | null;
            file_name: string;
            first_on: string | null;
            format: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_on: string | null;
            layout: string | null;
            mapping: unknown;
            progress: {
                done: number;
                total: number;
            };
            refusal: {
                code: string;
                cure: string;
                line?: number;
                message: string;
            } | null;
            size: number;
            statements: {
                account_hint: {
                    currency: string;
                    kind: string | null;
                    name: string | null;
                    number_masked: string | null;
                };
                account_id: string | null;
                /** @description Null where the statement names no balance or has no account yet, and in lists */
                balance_check: {
                    /** @description Of the account at the end of that day, with the included rows */
                    balance_after_commit: string;
                    /** @description Statement less account; 0 when both agree */
                    difference: string;
                    on: string;
                    statement_balance: string;
                } | null;
                closing_balance: string | null;
                closing_on: string | null;
                counts: {
                    duplicate: number;
                    included: number;
                    new: number;
                    possible_duplicate: number;
                    rejected: number;
                    replaces_pending: number;
                    total: number;
                    transfer: number;
                };
                currency: string | null;
                first_on: string | null;
                index: number;
                last_on: string | null;
                opening_balance: string | null;
                proposed_account_id: string | null;
                skip: boolean;
                sum: string;
                sum_in: string;
                sum_out: string;
                warnings: {
                    code: string;
                    message: string;
                }[];
            }[];
            /** @enum {string} */
            status: "reading" | "preview" | "committing" | "committed" | "undone" | "failed";
            sum: string;
            sum_in: string;
            sum_out: string;
            undone_at: string | null;
            updated_at: string;
            version: number;
            warnings: {
                code: string;
                line?: number;
                message: string;
            }[];
        };
        /**
         * @example {
         *       "statements": [
         *         {
         *           "index": 0,
         *           "skip": false
         *         }
         *       ]
         *     }
         */
        ImportChange: {
            /**
             * Format: uuid
             * @description For every statement of the file
             */
            account_id?: string;
            mapping?: components["schemas"]["CsvMapping"];
            statements?: {
                account_id?: string | null;
                index: number;
                skip?: boolean;
            }[];
        };
        /**
         * @example {
         *       "statements": [
         *         {
         *           "index": 0,
         *           "skip": false
         *         }
         *       ]
         *     }
         */
        ImportChangeInput: {
            /**
             * Format: uuid
             * @description For every statement of the file
             */
            account_id?: string;
            mapping?: components["schemas"]["CsvMappingInput"];
            statements?: {
                account_id?: string | null;
                index: number;
                skip?: boolean;
            }[];
        };
        /** @example {} */
        ImportCommit: {
            /**
             * @description Set the opening balance of each account so that it ends where the statement does
             * @default false
             */
            adjust_opening: boolean;
        };
        /** @example {} */
        ImportCommitInput: {
            /**
             * @description Set the opening balance of each account so that it ends where the statement does
             * @default false
             */
            adjust_opening: boolean;
        };
        ImportInput: {
            author_id: string | null;
            available_actions: string[];
            bank: string | null;
            columns: {
                name: string;
                samples: string[];
            }[] | null;
            committed_at: string | null;
            counts: {
                duplicate: number;
                included: number;
                new: number;
                possible_duplicate: number;
                rejected: number;
                replaces_pending: number;
                total: number;
                transfer: number;
            };
            created_at: string;
            currency: string | null;
            encoding: string | null;
            file_name: string;
            first_on: string | null;
            format: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_on: string | null;
            layout: string | null;
            mapping: unknown;
            progress: {
                done: number;
                total: number;
            };
            refusal: {
                code: string;
                cure: string;
                line?: number;
                message: string;
            } | null;
            size: number;
            statements: {
                account_hint: {
                    currency: string;
                    kind: string | null;
                    name: string | null;
                    number_masked: string | null;
                };
                account_id: string | null;
                /** @description Null where the statement names no balance or has no account yet, and in lists */
                balance_check: {
                    /** @description Of the account at the end of that day, with the included rows */
                    balance_after_commit: string;
                    /** @description Statement less account; 0 when both agree */
                    difference: string;
                    on: string;
                    statement_balance: string;
                } | null;
                closing_balance: string | null;
                closing_on: string | null;
                counts: {
                    duplicate: number;
                    included: number;
                    new: number;
                    possible_duplicate: number;
                    rejected: number;
                    replaces_pending: number;
                    total: number;
                    transfer: number;
                };
                currency: string | null;
                first_on: string | null;
                index: number;
                last_on: string | null;
                opening_balance: string | null;
                proposed_account_id: string | null;
                skip: boolean;
                sum: string;
                sum_in: string;
                sum_out: string;
                warnings: {
                    code: string;
                    message: string;
                }[];
            }[];
            /** @enum {string} */
            status: "reading" | "preview" | "committing" | "committed" | "undone" | "failed";
            sum: string;
            sum_in: string;
            sum_out: string;
            undone_at: string | null;
            updated_at: string;
            version: number;
            warnings: {
                code: string;
                line?: number;
                message: string;
            }[];
        };
        ImportRow: {
            amount: string | null;
            category_id: string | null;
            code: string | null;
            currency: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            include: boolean;
            line: number;
            matches_id: string | null;
            memo: string;
            /** @description Tags that the file names and the household lacks yet */
            new_tags: string[];
            on: string | null;
            payee: string;
            pending: boolean;
            proposed: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                category_id: string;
                confidence: number;
                reason: string;
            } | null;
            reason: string;
            reference: string;
            /** @description The parts that the file or a rule makes of the row, unless it gets a category */
            splits: {
                amount: string;
                category_id: string | null;
                /** @description The name in the file, where it gave one */
                file_category: string | null;
                member_id: string | null;
                note: string;
            }[];
            /** @enum {string} */
            state: "new" | "duplicate" | "possible_duplicate" | "transfer" | "replaces_pending" | "rejected";
            statement: number;
            tag_ids: string[];
            /** @description A rejected line as it stands in the file */
            text: string | null;
            transaction_id: string | null;
        };
        ImportRowInput: {
            amount: string | null;
            category_id: string | null;
            code: string | null;
            currency: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            include: boolean;
            line: number;
            matches_id: string | null;
            memo: string;
            /** @description Tags that the file names and the household lacks yet */
            new_tags: string[];
            on: string | null;
            payee: string;
            pending: boolean;
            proposed: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                category_id: string;
                confidence: number;
                reason: string;
            } | null;
            reason: string;
            reference: string;
            /** @description The parts that the file or a rule makes of the row, unless it gets a category */
            splits: {
                amount: string;
                category_id: string | null;
                /** @description The name in the file, where it gave one */
                file_category: string | null;
                member_id: string | null;
                note: string;
            }[];
            /** @enum {string} */
            state: "new" | "duplicate" | "possible_duplicate" | "transfer" | "replaces_pending" | "rejected";
            statement: number;
            tag_ids: string[];
            /** @description A rejected line as it stands in the file */
            text: string | null;
            transaction_id: string | null;
        };
        /**
         * @example {
         *       "rows": []
         *     }
         */
        ImportRowsChange: {
            all?: {
                include: boolean;
                /** @enum {string} */
                state: "new" | "duplicate" | "possible_duplicate" | "transfer" | "replaces_pending" | "rejected";
            };
            rows?: {
                category_id?: string | null;
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                include?: boolean;
            }[];
        };
        /**
         * @example {
         *       "rows": []
         *     }
         */
        ImportRowsChangeInput: {
            all?: {
                include: boolean;
                /** @enum {string} */
                state: "new" | "duplicate" | "possible_duplicate" | "transfer" | "replaces_pending" | "rejected";
            };
            rows?: {
                category_id?: string | null;
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                include?: boolean;
            }[];
        };
        ImportTemplate: {
            bank: string;
            created_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            layout: string;
            mapping: unknown;
            updated_at: string;
            uses: number;
            version: number;
        };
        ImportTemplateInput: {
            bank: string;
            created_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            layout: string;
            mapping: unknown;
            updated_at: string;
            uses: number;
            version: number;
        };
        ImportUpload: {
            /**
             * Format: uuid
             * @description UUID
             */
            account_id?: string;
            mapping?: unknown;
        };
        ImportUploadInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            account_id?: string;
            mapping?: string;
        };
        Invitation: {
            accepted_at: string | null;
            accepted_by: string | null;
            available_actions: string[];
            created_at: string;
            email: string | null;
            expires_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /**
             * Format: uuid
             * @description UUID
             */
            invited_by: string;
            inviter_name: string;
            /** @description Only in the answer that made or renewed it; nobody can read it later */
            link?: string;
            message: string;
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
            /** @enum {string} */
            status: "pending" | "accepted" | "revoked" | "expired";
            updated_at: string;
            version: number;
        };
        InvitationCard: {
            /** @description Enough to recognise one’s own address by */
            email_hint: string | null;
            expires_at: string;
            household_name: string;
            inviter_name: string;
            message: string;
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
        };
        InvitationCardInput: {
            /** @description Enough to recognise one’s own address by */
            email_hint: string | null;
            expires_at: string;
            household_name: string;
            inviter_name: string;
            message: string;
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
        };
        InvitationInput: {
            accepted_at: string | null;
            accepted_by: string | null;
            available_actions: string[];
            created_at: string;
            email: string | null;
            expires_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /**
             * Format: uuid
             * @description UUID
             */
            invited_by: string;
            inviter_name: string;
            /** @description Only in the answer that made or renewed it; nobody can read it later */
            link?: string;
            message: string;
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
            /** @enum {string} */
            status: "pending" | "accepted" | "revoked" | "expired";
            updated_at: string;
            version: number;
        };
        /**
         * @example {
         *       "expires_in_days": 14
         *     }
         */
        InvitationResend: {
            /** @default 7 */
            expires_in_days: number;
        };
        /**
         * @example {
         *       "expires_in_days": 14
         *     }
         */
        InvitationResendInput: {
            /** @default 7 */
            expires_in_days: number;
        };
        /**
         * @example {
         *       "email_or_username": "mere@example.org",
         *       "password": "three herons over the harbour"
         *     }
         */
        Login: {
            /**
             * @default web
             * @enum {string}
             */
            client: "web" | "native";
            /** @default  */
            device_name: string;
            email_or_username: string;
            password: string;
            /** @default false */
            remember_me: boolean;
        };
        LoginInput: {
            /**
             * @default web
             * @enum {string}
             */
            client: "web" | "native";
            device_name?: string;
            email_or_username: string;
            password: string;
            /** @default false */
            remember_me: boolean;
        };
        /**
         * @example {
         *       "token": "the token of the link"
         *     }
         */
        MailToken: {
            token: string;
        };
        /**
         * @example {
         *       "token": "the token of the link"
         *     }
         */
        MailTokenInput: {
            token: string;
        };
        Me: {
            created_at: string;
            display_name: string;
            email: string;
            email_verified: boolean;
            first_name: string;
            households: {
                currency: string;
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                is_primary: boolean;
                name: string;
                role: string;
                time_zone: string;
                type: string;
            }[];
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_name: string;
            locale: string;
            preferences: components["schemas"]["Preferences"];
            timezone: string;
            username: string | null;
            version: number;
        };
        /**
         * @example {
         *       "first_name": "Mere"
         *     }
         */
        MeChange: {
            first_name?: string;
            last_name?: string;
            /** @enum {string} */
            locale?: "en-NZ" | "mi-NZ";
            preferences?: components["schemas"]["PreferencesChange"];
            timezone?: string;
            username?: string;
        };
        MeChangeInput: {
            first_name?: string;
            last_name?: string;
            /** @enum {string} */
            locale?: "en-NZ" | "mi-NZ";
            preferences?: components["schemas"]["PreferencesChangeInput"];
            timezone?: string;
            username?: string;
        };
        MeInput: {
            created_at: string;
            display_name: string;
            email: string;
            email_verified: boolean;
            first_name: string;
            households: {
                currency: string;
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                is_primary: boolean;
                name: string;
                role: string;
                time_zone: string;
                type: string;
            }[];
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_name: string;
            locale: string;
            preferences: components["schemas"]["PreferencesInput"];
            timezone: string;
            username: string | null;
            version: number;
        };
        Membership: {
            available_actions: string[];
            created_at: string;
            display_name: string;
            /** @description Your own, and everybody’s for who manages members */
            email?: string;
            ended_at: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            is_me: boolean;
            is_primary: boolean;
            joined_at: string;
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
            /** @enum {string} */
            status: "active" | "cancelled" | "expired";
            updated_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            user_id: string;
            version: number;
        };
        MembershipInput: {
            available_actions: string[];
            created_at: string;
            display_name: string;
            /** @description Your own, and everybody’s for who manages members */
            email?: string;
            ended_at: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            is_me: boolean;
            is_primary: boolean;
            joined_at: string;
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
            /** @enum {string} */
            status: "active" | "cancelled" | "expired";
            updated_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            user_id: string;
            version: number;
        };
        Merchant: {
            /** @description The names that banks and people write for it */
            aliases: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                name: string;
            }[];
            available_actions: string[];
            colour: string;
            created_at: string;
            default_category_id: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_used_on: string | null;
            name: string;
            transactions_count: number;
            updated_at: string;
            version: number;
            /** @enum {string} */
            visibility: "shared" | "private";
        };
        /**
         * @example {
         *       "name": "Woolworths"
         *     }
         */
        MerchantChange: {
            colour?: string;
            default_category_id?: string | null;
            name?: string;
        };
        MerchantChangeInput: {
            colour?: string;
            default_category_id?: string | null;
            name?: string;
        };
        MerchantInput: {
            /** @description The names that banks and people write for it */
            aliases: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                name: string;
            }[];
            available_actions: string[];
            colour: string;
            created_at: string;
            default_category_id: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_used_on: string | null;
            name: string;
            transactions_count: number;
            updated_at: string;
            version: number;
            /** @enum {string} */
            visibility: "shared" | "private";
        };
        /**
         * @example {
         *       "into_id": "01a20119-5f73-7133-b10c-cbcfa574f45e"
         *     }
         */
        MerchantMerge: {
            /**
             * Format: uuid
             * @description UUID
             */
            into_id: string;
        };
        /**
         * @example {
         *       "into_id": "01a20119-5f73-7133-b10c-cbcfa574f45e"
         *     }
         */
        MerchantMergeInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            into_id: string;
        };
        NetWorth: {
            currency: string;
            points: {
                amount: string;
                on: string;
            }[];
        };
        NetWorthInput: {
            currency: string;
            points: {
                amount: string;
                on: string;
            }[];
        };
        /**
         * @example {
         *       "name": "Everyday",
         *       "kind": "checking",
         *       "opening_balance": "250.00"
         *     }
         */
        NewAccount: {
            allow_overdraft?: boolean;
            colour?: string;
            count_in_totals?: boolean;
            credit_limit?: string | null;
            /** @description The household’s currency when absent */
            currency?: string;
            icon?: string;
            /** Format: uuid */
            id?: string;
            include_in_totals?: boolean;
            institution?: string;
            /** @enum {string} */
            kind: "checking" | "savings" | "credit" | "cash" | "investment" | "loan" | "mortgage" | "kiwisaver" | "other";
            name: string;
            notes?: string;
            number?: string | null;
            /**
             * Format: date
             * @example 2026-11-22
             */
            opened_on?: unknown;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            opening_balance?: string;
            order?: number;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            overdraft_limit?: string;
            /**
             * @default shared
             * @enum {string}
             */
            visibility: "shared" | "private";
        };
        NewAccountInput: {
            allow_overdraft?: boolean;
            colour?: string;
            count_in_totals?: boolean;
            credit_limit?: string | null;
            /** @description The household’s currency when absent */
            currency?: string;
            icon?: string;
            /** Format: uuid */
            id?: string;
            include_in_totals?: boolean;
            institution?: string;
            /** @enum {string} */
            kind: "checking" | "savings" | "credit" | "cash" | "investment" | "loan" | "mortgage" | "kiwisaver" | "other";
            name: string;
            notes?: string;
            number?: string | null;
            /** Format: date */
            opened_on?: string;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            opening_balance?: string;
            order?: number;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            overdraft_limit?: string;
            /**
             * @default shared
             * @enum {string}
             */
            visibility: "shared" | "private";
        };
        /**
         * @example {
         *       "name": "COUNTDOWN 4412 HAMILTON"
         *     }
         */
        NewAlias: {
            name: string;
        };
        NewAliasInput: {
            name: string;
        };
        /**
         * @example {
         *       "name": "Dog",
         *       "kind": "expense",
         *       "icon": "dog",
         *       "colour": "plum"
         *     }
         */
        NewCategory: {
            /** @default  */
            colour: string;
            /** @default  */
            icon: string;
            /** Format: uuid */
            id?: string;
            /**
             * @description That of the parent when absent; expense at the top
             * @enum {string}
             */
            kind?: "income" | "expense" | "both";
            name: string;
            name_mi?: string | null;
            /** @description After its siblings when absent */
            order?: number;
            /** @default null */
            parent_id: string | null;
        };
        NewCategoryInput: {
            /** @default  */
            colour: string;
            /** @default  */
            icon: string;
            /** Format: uuid */
            id?: string;
            /**
             * @description That of the parent when absent; expense at the top
             * @enum {string}
             */
            kind?: "income" | "expense" | "both";
            name: string;
            name_mi?: string | null;
            /** @description After its siblings when absent */
            order?: number;
            /** @default null */
            parent_id: string | null;
        };
        /**
         * @example {
         *       "base": "USD",
         *       "quote": "NZD",
         *       "on": "2026-11-20",
         *       "rate": "1.6543"
         *     }
         */
        NewExchangeRate: {
            base: string;
            /** Format: uuid */
            id?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            on: unknown;
            quote: string;
            /**
             * @description Units of the quote currency for one unit of the base currency
             * @example 1.6543
             */
            rate: string;
        };
        NewExchangeRateInput: {
            base: string;
            /** Format: uuid */
            id?: string;
            /** Format: date */
            on: string;
            quote: string;
            /**
             * @description Units of the quote currency for one unit of the base currency
             * @example 1.6543
             */
            rate: string;
        };
        /**
         * @example {
         *       "name": "Kererū Street",
         *       "type": "couple",
         *       "pay_cycle": {
         *         "kind": "fortnightly",
         *         "anchor_on": "2026-11-18"
         *       }
         *     }
         */
        NewHousehold: {
            /** @default NZD */
            currency: string;
            /** Format: uuid */
            id?: string;
            name: string;
            pay_cycle?: {
                /**
                 * Format: date
                 * @description A real pay day; today when absent
                 * @example 2026-11-22
                 */
                anchor_on?: unknown;
                /** @description Length of a custom cycle, and only of that */
                days?: number;
                /** @enum {string} */
                kind: "weekly" | "fortnightly" | "four_weekly" | "twice_monthly" | "monthly" | "quarterly" | "yearly" | "custom";
            };
            /** @default Pacific/Auckland */
            time_zone: string;
            /**
             * @default family
             * @enum {string}
             */
            type: "family" | "couple" | "student" | "individual" | "organisation";
        };
        NewHouseholdInput: {
            /** @default NZD */
            currency: string;
            /** Format: uuid */
            id?: string;
            name: string;
            pay_cycle?: {
                /**
                 * Format: date
                 * @description A real pay day; today when absent
                 */
                anchor_on?: string;
                /** @description Length of a custom cycle, and only of that */
                days?: number;
                /** @enum {string} */
                kind: "weekly" | "fortnightly" | "four_weekly" | "twice_monthly" | "monthly" | "quarterly" | "yearly" | "custom";
            };
            /** @default Pacific/Auckland */
            time_zone: string;
            /**
             * @default family
             * @enum {string}
             */
            type: "family" | "couple" | "student" | "individual" | "organisation";
        };
        /**
         * @example {
         *       "email": "hana@example.org",
         *       "role": "observer",
         *       "expires_in_days": 7,
         *       "message": "Kia ora Hana"
         *     }
         */
        NewInvitation: {
            /**
             * Format: email
             * @description Who gets it by mail; without it, whoever has the link
             */
            email?: string;
            /** @default 7 */
            expires_in_days: number;
            /** Format: uuid */
            id?: string;
            /** @default  */
            message: string;
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
        };
        NewInvitationInput: {
            /**
             * Format: email
             * @description Who gets it by mail; without it, whoever has the link
             */
            email?: string;
            /** @default 7 */
            expires_in_days: number;
            /** Format: uuid */
            id?: string;
            message?: string;
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
        };
        /**
         * @example {
         *       "name": "Countdown",
         *       "aliases": [
         *         "COUNTDOWN 4412 HAMILTON"
         *       ]
         *     }
         */
        NewMerchant: {
            /** @default [] */
            aliases: string[];
            /** @default  */
            colour: string;
            /** @default null */
            default_category_id: string | null;
            /** Format: uuid */
            id?: string;
            name: string;
            /**
             * @description private: only for the entries of one’s own private accounts, seen by nobody else
             * @default shared
             * @enum {string}
             */
            visibility: "shared" | "private";
        };
        NewMerchantInput: {
            aliases?: string[];
            /** @default  */
            colour: string;
            /** @default null */
            default_category_id: string | null;
            /** Format: uuid */
            id?: string;
            name: string;
            /**
             * @description private: only for the entries of one’s own private accounts, seen by nobody else
             * @default shared
             * @enum {string}
             */
            visibility: "shared" | "private";
        };
        /**
         * @example {
         *       "name": "Rent",
         *       "conditions": [
         *         {
         *           "field": "payee",
         *           "op": "contains",
         *           "value": "property"
         *         },
         *         {
         *           "field": "amount",
         *           "op": "between",
         *           "value": [
         *             "500.00",
         *             "700.00"
         *           ]
         *         }
         *       ],
         *       "actions": [
         *         {
         *           "kind": "set_notes",
         *           "value": "Rent of the week"
         *         }
         *       ]
         *     }
         */
        NewRule: {
            actions: components["schemas"]["RuleAction"][];
            conditions: components["schemas"]["RuleCondition"][];
            /** Format: uuid */
            id?: string;
            /** @default true */
            is_active: boolean;
            /**
             * @default all
             * @enum {string}
             */
            match: "all" | "any";
            name: string;
            /** @description After all others when absent */
            order?: number;
            /** @default false */
            stop: boolean;
        };
        NewRuleInput: {
            actions: components["schemas"]["RuleActionInput"][];
            conditions: components["schemas"]["RuleConditionInput"][];
            /** Format: uuid */
            id?: string;
            /** @default true */
            is_active: boolean;
            /**
             * @default all
             * @enum {string}
             */
            match: "all" | "any";
            name: string;
            /** @description After all others when absent */
            order?: number;
            /** @default false */
            stop: boolean;
        };
        /**
         * @example {
         *       "name": "Coffee",
         *       "filters": {
         *         "q": "coffee",
         *         "type": "expense"
         *       }
         *     }
         */
        NewSavedSearch: {
            /** @description Filters of the transactions list as its address in the app holds them */
            filters: {
                [key: string]: string | boolean;
            };
            /** Format: uuid */
            id?: string;
            name: string;
        };
        NewSavedSearchInput: {
            /** @description Filters of the transactions list as its address in the app holds them */
            filters: {
                [key: string]: string | boolean;
            };
            /** Format: uuid */
            id?: string;
            name: string;
        };
        /**
         * @example {
         *       "name": "Holiday",
         *       "colour": "#f3b63a"
         *     }
         */
        NewTag: {
            /** @default  */
            colour: string;
            /** Format: uuid */
            id?: string;
            name: string;
        };
        NewTagInput: {
            /** @default  */
            colour: string;
            /** Format: uuid */
            id?: string;
            name: string;
        };
        /**
         * @example {
         *       "account_id": "01a20119-5f73-7133-b10c-cbcfa574f45e",
         *       "amount": "12.50",
         *       "type": "income",
         *       "payee": "Market stall"
         *     }
         */
        NewTransaction: {
            /**
             * Format: uuid
             * @description UUID
             */
            account_id: string;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            amount: string;
            beneficiary_id?: string | null;
            booked_on?: unknown | null;
            category_id?: string | null;
            /** Format: uuid */
            id?: string;
            memo?: string;
            needs_review?: boolean;
            notes?: string;
            /**
             * Format: date
             * @description Today in the household’s time zone when absent
             * @example 2026-11-22
             */
            occurred_on?: unknown;
            payee?: string;
            payer_id?: string | null;
            reference?: string;
            /**
             * @default manual
             * @enum {string}
             */
            source: "manual" | "voice" | "receipt";
            splits?: {
                /**
                 * @description Decimal string in the currency’s own decimals
                 * @example -45.90
                 */
                amount: string;
                /** @default null */
                category_id: string | null;
                /** Format: uuid */
                id?: string;
                /** @default null */
                member_id: string | null;
                /** @default  */
                note: string;
            }[];
            /** @enum {string} */
            status?: "pending" | "completed" | "failed" | "cancelled";
            tags?: string[];
            /**
             * Format: uuid
             * @description Makes the other side too, in that account
             */
            transfer_account_id?: string;
            /**
             * @description What arrives, where the other account has another currency
             * @example -45.90
             */
            transfer_amount?: string;
            /** @enum {string} */
            type?: "income" | "expense" | "transfer";
        };
        NewTransactionInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            account_id: string;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            amount: string;
            beneficiary_id?: string | null;
            booked_on?: string | null;
            category_id?: string | null;
            /** Format: uuid */
            id?: string;
            memo?: string;
            needs_review?: boolean;
            notes?: string;
            /**
             * Format: date
             * @description Today in the household’s time zone when absent
             */
            occurred_on?: string;
            payee?: string;
            payer_id?: string | null;
            reference?: string;
            /**
             * @default manual
             * @enum {string}
             */
            source: "manual" | "voice" | "receipt";
            splits?: {
                /**
                 * @description Decimal string in the currency’s own decimals
                 * @example -45.90
                 */
                amount: string;
                /** @default null */
                category_id: string | null;
                /** Format: uuid */
                id?: string;
                /** @default null */
                member_id: string | null;
                note?: string;
            }[];
            /** @enum {string} */
            status?: "pending" | "completed" | "failed" | "cancelled";
            tags?: string[];
            /**
             * Format: uuid
             * @description Makes the other side too, in that account
             */
            transfer_account_id?: string;
            /**
             * @description What arrives, where the other account has another currency
             * @example -45.90
             */
            transfer_amount?: string;
            /** @enum {string} */
            type?: "income" | "expense" | "transfer";
        };
        /**
         * @example {
         *       "membership_id": "01936b0e-7c00-7000-8000-000000000001",
         *       "my_role": "parent"
         *     }
         */
        OwnershipTransfer: {
            /**
             * Format: uuid
             * @description UUID
             */
            membership_id: string;
            /**
             * @description What you are from then on
             * @default parent
             * @enum {string}
             */
            my_role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
        };
        /**
         * @example {
         *       "membership_id": "01936b0e-7c00-7000-8000-000000000001",
         *       "my_role": "parent"
         *     }
         */
        OwnershipTransferInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            membership_id: string;
            /**
             * @description What you are from then on
             * @default parent
             * @enum {string}
             */
            my_role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
        };
        /**
         * @example {
         *       "old_password": "the old one",
         *       "new_password": "three herons over the harbour",
         *       "new_password_confirm": "three herons over the harbour"
         *     }
         */
        PasswordChange: {
            new_password: string;
            new_password_confirm: string;
            old_password: string;
        };
        /**
         * @example {
         *       "old_password": "the old one",
         *       "new_password": "three herons over the harbour",
         *       "new_password_confirm": "three herons over the harbour"
         *     }
         */
        PasswordChangeInput: {
            new_password: string;
            new_password_confirm: string;
            old_password: string;
        };
        /**
         * @example {
         *       "email": "mere@example.org"
         *     }
         */
        PasswordReset: {
            /** Format: email */
            email: string;
        };
        /**
         * @example {
         *       "token": "the token of the link",
         *       "new_password": "three herons over the harbour",
         *       "new_password_confirm": "three herons over the harbour"
         *     }
         */
        PasswordResetConfirm: {
            new_password: string;
            new_password_confirm: string;
            token: string;
        };
        /**
         * @example {
         *       "token": "the token of the link",
         *       "new_password": "three herons over the harbour",
         *       "new_password_confirm": "three herons over the harbour"
         *     }
         */
        PasswordResetConfirmInput: {
            new_password: string;
            new_password_confirm: string;
            token: string;
        };
        /**
         * @example {
         *       "email": "mere@example.org"
         *     }
         */
        PasswordResetInput: {
            email: string;
        };
        /**
         * @example {
         *       "password": "three herons over the harbour"
         *     }
         */
        PasswordToJudge: {
            email?: string;
            first_name?: string;
            last_name?: string;
            password: string;
            username?: string;
        };
        /**
         * @example {
         *       "password": "three herons over the harbour"
         *     }
         */
        PasswordToJudgeInput: {
            email?: string;
            first_name?: string;
            last_name?: string;
            password: string;
            username?: string;
        };
        Payee: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_used_on: string | null;
            merchant_id: string | null;
            name: string;
            transactions_count: number;
            /** @enum {string} */
            visibility: "shared" | "private";
        };
        PayeeInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_used_on: string | null;
            merchant_id: string | null;
            name: string;
            transactions_count: number;
            /** @enum {string} */
            visibility: "shared" | "private";
        };
        Permissions: {
            available_actions: string[];
            capabilities: string[];
            role: string;
        };
        PermissionsInput: {
            available_actions: string[];
            capabilities: string[];
            role: string;
        };
        Preferences: {
            /**
             * @default comfortable
             * @enum {string}
             */
            density: "comfortable" | "compact";
            /**
             * @default en-NZ
             * @enum {string}
             */
            language: "en-NZ" | "mi-NZ";
            /**
             * @default system
             * @enum {string}
             */
            theme: "system" | "light" | "dark";
        };
        /**
         * @example {
         *       "theme": "dark"
         *     }
         */
        PreferencesChange: {
            /** @enum {string} */
            density?: "comfortable" | "compact";
            /** @enum {string} */
            language?: "en-NZ" | "mi-NZ";
            /** @enum {string} */
            theme?: "system" | "light" | "dark";
        };
        /**
         * @example {
         *       "theme": "dark"
         *     }
         */
        PreferencesChangeInput: {
            /** @enum {string} */
            density?: "comfortable" | "compact";
            /** @enum {string} */
            language?: "en-NZ" | "mi-NZ";
            /** @enum {string} */
            theme?: "system" | "light" | "dark";
        };
        PreferencesInput: {
            /**
             * @default comfortable
             * @enum {string}
             */
            density: "comfortable" | "compact";
            /**
             * @default en-NZ
             * @enum {string}
             */
            language: "en-NZ" | "mi-NZ";
            /**
             * @default system
             * @enum {string}
             */
            theme: "system" | "light" | "dark";
        };
        /**
         * @example {
         *       "statement_balance": "1250.00",
         *       "adjust": true
         *     }
         */
        Reconciliation: {
            /**
             * @description Bring the account in line with an entry of the difference
             * @default false
             */
            adjust: boolean;
            /**
             * Format: date
             * @description Today when absent
             * @example 2026-11-22
             */
            as_of?: unknown;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            statement_balance: string;
        };
        ReconciliationInput: {
            /**
             * @description Bring the account in line with an entry of the difference
             * @default false
             */
            adjust: boolean;
            /**
             * Format: date
             * @description Today when absent
             */
            as_of?: string;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            statement_balance: string;
        };
        /** @example {} */
        Refresh: {
            refresh_token?: string;
        };
        Refreshed: {
            access: string;
            access_token: string;
            expires_in: number;
            /** @description Native clients only; browsers get a cookie */
            refresh_token?: string;
            /** @constant */
            token_type: "Bearer";
        };
        RefreshedInput: {
            access: string;
            access_token: string;
            expires_in: number;
            /** @description Native clients only; browsers get a cookie */
            refresh_token?: string;
            /** @constant */
            token_type: "Bearer";
        };
        /** @example {} */
        RefreshInput: {
            refresh_token?: string;
        };
        /**
         * @example {
         *       "email": "mere@example.org",
         *       "password": "three herons over the harbour",
         *       "password_confirm": "three herons over the harbour",
         *       "first_name": "Mere",
         *       "terms_accepted": true,
         *       "privacy_policy_accepted": true
         *     }
         */
        Registration: {
            /** Format: email */
            email: string;
            first_name: string;
            invitation_token?: string;
            /** @default  */
            last_name: string;
            /**
             * @default en-NZ
             * @enum {string}
             */
            locale: "en-NZ" | "mi-NZ";
            password: string;
            password_confirm: string;
            /** @constant */
            privacy_policy_accepted: true;
            /** @constant */
            terms_accepted: true;
            /** @default Pacific/Auckland */
            timezone: string;
            username?: string;
        };
        RegistrationInput: {
            email: string;
            first_name: string;
            invitation_token?: string;
            last_name?: string;
            /**
             * @default en-NZ
             * @enum {string}
             */
            locale: "en-NZ" | "mi-NZ";
            password: string;
            password_confirm: string;
            /** @constant */
            privacy_policy_accepted: true;
            /** @constant */
            terms_accepted: true;
            /** @default Pacific/Auckland */
            timezone: string;
            username?: string;
        };
        /**
         * @example {
         *       "email": "mere@example.org"
         *     }
         */
        Resend: {
            /** Format: email */
            email: string;
        };
        /**
         * @example {
         *       "email": "mere@example.org"
         *     }
         */
        ResendInput: {
            email: string;
        };
        /**
         * @example {
         *       "role": "observer"
         *     }
         */
        RoleChange: {
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
        };
        /**
         * @example {
         *       "role": "observer"
         *     }
         */
        RoleChangeInput: {
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
        };
        Rule: {
            actions: components["schemas"]["RuleAction"][];
            available_actions: string[];
            conditions: components["schemas"]["RuleCondition"][];
            created_at: string;
            /** @description How many entries it has changed or sorted */
            hits: number;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            is_active: boolean;
            /** @enum {string} */
            match: "all" | "any";
            name: string;
            order: number;
            /** @description Leaves out the rules after this one for an entry that it caught */
            stop: boolean;
            updated_at: string;
            version: number;
        };
        RuleAction: {
            /** @enum {string} */
            kind: "set_category" | "add_tag" | "set_payee" | "set_member" | "set_notes" | "mark_transfer" | "ignore" | "split";
            /** @description An id, a text, shares of a split; nothing for ignore */
            value?: unknown;
        };
        RuleActionInput: {
            /** @enum {string} */
            kind: "set_category" | "add_tag" | "set_payee" | "set_member" | "set_notes" | "mark_transfer" | "ignore" | "split";
            /** @description An id, a text, shares of a split; nothing for ignore */
            value?: unknown;
        };
        /**
         * @example {
         *       "dry_run": true
         *     }
         */
        RuleApply: {
            /** @default false */
            dry_run: boolean;
            /**
             * @description Whether entries that have a category already are given the rule’s; without, only the others
             * @default true
             */
            overwrite: boolean;
        };
        RuleApplyAnswer: {
            changed: number;
            dry_run: boolean;
            is_complete: boolean;
            matched: number;
            scanned: number;
            /** @description Entries of others that the role may not change */
            skipped: number;
        };
        RuleApplyAnswerInput: {
            changed: number;
            dry_run: boolean;
            is_complete: boolean;
            matched: number;
            scanned: number;
            /** @description Entries of others that the role may not change */
            skipped: number;
        };
        /**
         * @example {
         *       "dry_run": true
         *     }
         */
        RuleApplyInput: {
            /** @default false */
            dry_run: boolean;
            /**
             * @description Whether entries that have a category already are given the rule’s; without, only the others
             * @default true
             */
            overwrite: boolean;
        };
        RuleBody: {
            actions: components["schemas"]["RuleAction"][];
            conditions: components["schemas"]["RuleCondition"][];
            /**
             * @default all
             * @enum {string}
             */
            match: "all" | "any";
            name?: string;
        };
        RuleBodyInput: {
            actions: components["schemas"]["RuleActionInput"][];
            conditions: components["schemas"]["RuleConditionInput"][];
            /**
             * @default all
             * @enum {string}
             */
            match: "all" | "any";
            name?: string;
        };
        /**
         * @example {
         *       "is_active": false
         *     }
         */
        RuleChange: {
            actions?: components["schemas"]["RuleAction"][];
            conditions?: components["schemas"]["RuleCondition"][];
            is_active?: boolean;
            /** @enum {string} */
            match?: "all" | "any";
            name?: string;
            order?: number;
            stop?: boolean;
        };
        RuleChangeInput: {
            actions?: components["schemas"]["RuleActionInput"][];
            conditions?: components["schemas"]["RuleConditionInput"][];
            is_active?: boolean;
            /** @enum {string} */
            match?: "all" | "any";
            name?: string;
            order?: number;
            stop?: boolean;
        };
        RuleChanges: {
            add_tags?: string[];
            /**
             * Format: uuid
             * @description UUID
             */
            category_id?: string;
            /**
             * @description Left out of files that come in; entries that are there stay
             * @constant
             */
            ignore?: true;
            notes?: string;
            payee?: string;
            /**
             * Format: uuid
             * @description UUID
             */
            payer_id?: string;
            split?: {
                amount: string;
                category_id: string | null;
                member_id: string | null;
            }[];
            /** @description Looks for the other side, in this account or any */
            transfer_account_id?: string | null;
        };
        RuleChangesInput: {
            add_tags?: string[];
            /**
             * Format: uuid
             * @description UUID
             */
            category_id?: string;
            /**
             * @description Left out of files that come in; entries that are there stay
             * @constant
             */
            ignore?: true;
            notes?: string;
            payee?: string;
            /**
             * Format: uuid
             * @description UUID
             */
            payer_id?: string;
            split?: {
                amount: string;
                category_id: string | null;
                member_id: string | null;
            }[];
            /** @description Looks for the other side, in this account or any */
            transfer_account_id?: string | null;
        };
        RuleCondition: {
            /** @enum {string} */
            field: "payee" | "memo" | "text" | "merchant_id" | "account_id" | "member_id" | "amount" | "occurred_day" | "type" | "currency";
            /** @enum {string} */
            op: "is" | "in" | "contains" | "starts_with" | "ends_with" | "matches" | "gt" | "gte" | "lt" | "lte" | "between";
            /** @description A text, an id, an amount without sign, a day; a list for in, a pair for between */
            value: unknown;
        };
        RuleConditionInput: {
            /** @enum {string} */
            field: "payee" | "memo" | "text" | "merchant_id" | "account_id" | "member_id" | "amount" | "occurred_day" | "type" | "currency";
            /** @enum {string} */
            op: "is" | "in" | "contains" | "starts_with" | "ends_with" | "matches" | "gt" | "gte" | "lt" | "lte" | "between";
            /** @description A text, an id, an amount without sign, a day; a list for in, a pair for between */
            value: unknown;
        };
        RuleInput: {
            actions: components["schemas"]["RuleActionInput"][];
            available_actions: string[];
            conditions: components["schemas"]["RuleConditionInput"][];
            created_at: string;
            /** @description How many entries it has changed or sorted */
            hits: number;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            is_active: boolean;
            /** @enum {string} */
            match: "all" | "any";
            name: string;
            order: number;
            /** @description Leaves out the rules after this one for an entry that it caught */
            stop: boolean;
            updated_at: string;
            version: number;
        };
        /**
         * @example {
         *       "ids": [
         *         "01a20119-5f73-7133-b10c-cbcfa574f45e"
         *       ]
         *     }
         */
        RuleOrder: {
            ids: string[];
        };
        /**
         * @example {
         *       "ids": [
         *         "01a20119-5f73-7133-b10c-cbcfa574f45e"
         *       ]
         *     }
         */
        RuleOrderInput: {
            ids: string[];
        };
        /**
         * @example {
         *       "rule": {
         *         "conditions": [
         *           {
         *             "field": "payee",
         *             "op": "contains",
         *             "value": "countdown"
         *           }
         *         ],
         *         "actions": [
         *           {
         *             "kind": "set_notes",
         *             "value": "Food"
         *           }
         *         ]
         *       }
         *     }
         */
        RuleTest: {
            /**
             * @description How many entries to show
             * @default 20
             */
            limit: number;
            rule: components["schemas"]["RuleBody"];
        };
        RuleTestAnswer: {
            /** @description Whether that was the whole history */
            is_complete: boolean;
            matched: number;
            sample: {
                changes: components["schemas"]["RuleChanges"];
                transaction: components["schemas"]["Transaction"];
            }[];
            /** @description How many entries were looked at, the newest first */
            scanned: number;
        };
        RuleTestAnswerInput: {
            /** @description Whether that was the whole history */
            is_complete: boolean;
            matched: number;
            sample: {
                changes: components["schemas"]["RuleChangesInput"];
                transaction: components["schemas"]["TransactionInput"];
            }[];
            /** @description How many entries were looked at, the newest first */
            scanned: number;
        };
        RuleTestInput: {
            /**
             * @description How many entries to show
             * @default 20
             */
            limit: number;
            rule: components["schemas"]["RuleBodyInput"];
        };
        SavedSearch: {
            created_at: string;
            filters: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            name: string;
            updated_at: string;
            version: number;
        };
        /**
         * @example {
         *       "name": "Cafés"
         *     }
         */
        SavedSearchChange: {
            /** @description Filters of the transactions list as its address in the app holds them */
            filters?: {
                [key: string]: string | boolean;
            };
            name?: string;
        };
        SavedSearchChangeInput: {
            /** @description Filters of the transactions list as its address in the app holds them */
            filters?: {
                [key: string]: string | boolean;
            };
            name?: string;
        };
        SavedSearchInput: {
            created_at: string;
            filters: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            name: string;
            updated_at: string;
            version: number;
        };
        Session: {
            browser: string;
            created_at: string;
            current: boolean;
            device_name: string;
            expires_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            ip: string | null;
            last_seen_at: string;
            os: string;
        };
        SessionInput: {
            browser: string;
            created_at: string;
            current: boolean;
            device_name: string;
            expires_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            ip: string | null;
            last_seen_at: string;
            os: string;
        };
        SignedIn: {
            access_token: string;
            csrf_token: string;
            expires_in: number;
            /** @constant */
            mfa_required: false;
            /** @description Native clients only; browsers get a cookie */
            refresh_token?: string;
            /** @constant */
            token_type: "Bearer";
            user: components["schemas"]["Me"];
        };
        SignedInInput: {
            access_token: string;
            csrf_token: string;
            expires_in: number;
            /** @constant */
            mfa_required: false;
            /** @description Native clients only; browsers get a cookie */
            refresh_token?: string;
            /** @constant */
            token_type: "Bearer";
            user: components["schemas"]["MeInput"];
        };
        Sync: {
            changes: {
                entity: string;
                id: string;
                /** @enum {string} */
                op: "put" | "delete";
                /** @description The object as its own resource gives it */
                row?: unknown;
                version?: number;
            }[];
            has_more: boolean;
            next_cursor: string;
            server_time: string;
        };
        SyncInput: {
            changes: {
                entity: string;
                id: string;
                /** @enum {string} */
                op: "put" | "delete";
                /** @description The object as its own resource gives it */
                row?: unknown;
                version?: number;
            }[];
            has_more: boolean;
            next_cursor: string;
            server_time: string;
        };
        Tag: {
            available_actions: string[];
            colour: string;
            created_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            name: string;
            transactions_count: number;
            updated_at: string;
            version: number;
        };
        /**
         * @example {
         *       "name": "Rarotonga"
         *     }
         */
        TagChange: {
            colour?: string;
            name?: string;
        };
        TagChangeInput: {
            colour?: string;
            name?: string;
        };
        TagInput: {
            available_actions: string[];
            colour: string;
            created_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            name: string;
            transactions_count: number;
            updated_at: string;
            version: number;
        };
        /**
         * @example {
         *       "token": "an access token"
         *     }
         */
        TokenToVerify: {
            token: string;
        };
        /**
         * @example {
         *       "token": "an access token"
         *     }
         */
        TokenToVerifyInput: {
            token: string;
        };
        Transaction: {
            /**
             * Format: uuid
             * @description UUID
             */
            account_id: string;
            /** @description Signed: money out is negative */
            amount: string;
            author_id: string | null;
            available_actions?: string[];
            beneficiary_id: string | null;
            booked_on: string | null;
            category_id: string | null;
            created_at: string;
            currency: string;
            deleted_at: string | null;
            /** @description In the household’s currency, by the rate frozen on the entry */
            household_amount: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            import_id: string | null;
            memo: string;
            merchant_id: string | null;
            needs_review: boolean;
            notes: string;
            occurred_on: string;
            payee: string;
            payer_id: string | null;
            proposed: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                category_id: string;
                confidence: number;
                reason: string;
            } | null;
            rate: string | null;
            reference: string;
            /** @enum {string} */
            source: "manual" | "import" | "voice" | "receipt" | "feed" | "system";
            splits: {
                amount: string;
                category_id: string | null;
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                member_id: string | null;
                note: string;
            }[];
            /** @enum {string} */
            status: "pending" | "completed" | "failed" | "cancelled";
            tags: string[];
            transfer_account_id: string | null;
            transfer_id: string | null;
            /** @enum {string} */
            type: "income" | "expense" | "transfer";
            updated_at: string;
            version: number;
        };
        /**
         * @example {
         *       "operations": [
         *         {
         *           "op": "create",
         *           "data": {
         *             "account_id": "01a20119-5f73-7133-b10c-cbcfa574f45e",
         *             "amount": "5.00"
         *           }
         *         }
         *       ]
         *     }
         */
        TransactionBulk: {
            operations: ({
                data: components["schemas"]["NewTransaction"];
                /** @constant */
                op: "create";
            } | {
                data: components["schemas"]["TransactionChange"];
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                /** @constant */
                op: "update";
            } | {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                /** @constant */
                op: "delete";
            } | {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                /** @constant */
                op: "restore";
            })[];
        };
        TransactionBulkInput: {
            operations: ({
                data: components["schemas"]["NewTransactionInput"];
                /** @constant */
                op: "create";
            } | {
                data: components["schemas"]["TransactionChangeInput"];
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                /** @constant */
                op: "update";
            } | {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                /** @constant */
                op: "delete";
            } | {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                /** @constant */
                op: "restore";
            })[];
        };
        /**
         * @example {
         *       "notes": "For the school camp"
         *     }
         */
        TransactionChange: {
            /**
             * Format: uuid
             * @description UUID
             */
            account_id?: string;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            amount?: string;
            beneficiary_id?: string | null;
            booked_on?: unknown | null;
            category_id?: string | null;
            memo?: string;
            needs_review?: boolean;
            notes?: string;
            /**
             * Format: date
             * @example 2026-11-22
             */
            occurred_on?: unknown;
            payee?: string;
            payer_id?: string | null;
            reference?: string;
            splits?: {
                /**
                 * @description Decimal string in the currency’s own decimals
                 * @example -45.90
                 */
                amount: string;
                /** @default null */
                category_id: string | null;
                /** Format: uuid */
                id?: string;
                /** @default null */
                member_id: string | null;
                /** @default  */
                note: string;
            }[];
            /** @enum {string} */
            status?: "pending" | "completed" | "failed" | "cancelled";
            tags?: string[];
            /** @enum {string} */
            type?: "income" | "expense" | "transfer";
        };
        TransactionChangeInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            account_id?: string;
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            amount?: string;
            beneficiary_id?: string | null;
            booked_on?: string | null;
            category_id?: string | null;
            memo?: string;
            needs_review?: boolean;
            notes?: string;
            /** Format: date */
            occurred_on?: string;
            payee?: string;
            payer_id?: string | null;
            reference?: string;
            splits?: {
                /**
                 * @description Decimal string in the currency’s own decimals
                 * @example -45.90
                 */
                amount: string;
                /** @default null */
                category_id: string | null;
                /** Format: uuid */
                id?: string;
                /** @default null */
                member_id: string | null;
                note?: string;
            }[];
            /** @enum {string} */
            status?: "pending" | "completed" | "failed" | "cancelled";
            tags?: string[];
            /** @enum {string} */
            type?: "income" | "expense" | "transfer";
        };
        TransactionInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            account_id: string;
            /** @description Signed: money out is negative */
            amount: string;
            author_id: string | null;
            available_actions?: string[];
            beneficiary_id: string | null;
            booked_on: string | null;
            category_id: string | null;
            created_at: string;
            currency: string;
            deleted_at: string | null;
            /** @description In the household’s currency, by the rate frozen on the entry */
            household_amount: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            import_id: string | null;
            memo: string;
            merchant_id: string | null;
            needs_review: boolean;
            notes: string;
            occurred_on: string;
            payee: string;
            payer_id: string | null;
            proposed: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                category_id: string;
                confidence: number;
                reason: string;
            } | null;
            rate: string | null;
            reference: string;
            /** @enum {string} */
            source: "manual" | "import" | "voice" | "receipt" | "feed" | "system";
            splits: {
                amount: string;
                category_id: string | null;
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                member_id: string | null;
                note: string;
            }[];
            /** @enum {string} */
            status: "pending" | "completed" | "failed" | "cancelled";
            tags: string[];
            transfer_account_id: string | null;
            transfer_id: string | null;
            /** @enum {string} */
            type: "income" | "expense" | "transfer";
            updated_at: string;
            version: number;
        };
        /**
         * @example {
         *       "keep_id": "01a20119-5f73-7133-b10c-cbcfa574f45e",
         *       "drop_id": "01a20119-5f73-7133-b10c-cbcfa574f45f"
         *     }
         */
        TransactionMerge: {
            /**
             * Format: uuid
             * @description UUID
             */
            drop_id: string;
            /**
             * Format: uuid
             * @description UUID
             */
            keep_id: string;
        };
        /**
         * @example {
         *       "keep_id": "01a20119-5f73-7133-b10c-cbcfa574f45e",
         *       "drop_id": "01a20119-5f73-7133-b10c-cbcfa574f45f"
         *     }
         */
        TransactionMergeInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            drop_id: string;
            /**
             * Format: uuid
             * @description UUID
             */
            keep_id: string;
        };
        /**
         * @example {
         *       "splits": []
         *     }
         */
        TransactionSplits: {
            splits: {
                /**
                 * @description Decimal string in the currency’s own decimals
                 * @example -45.90
                 */
                amount: string;
                /** @default null */
                category_id: string | null;
                /** Format: uuid */
                id?: string;
                /** @default null */
                member_id: string | null;
                /** @default  */
                note: string;
            }[];
        };
        TransactionSplitsInput: {
            splits: {
                /**
                 * @description Decimal string in the currency’s own decimals
                 * @example -45.90
                 */
                amount: string;
                /** @default null */
                category_id: string | null;
                /** Format: uuid */
                id?: string;
                /** @default null */
                member_id: string | null;
                note?: string;
            }[];
        };
        /**
         * @example {
         *       "add": [],
         *       "remove": []
         *     }
         */
        TransactionTags: {
            /** @default [] */
            add: string[];
            /** @default [] */
            remove: string[];
        };
        /**
         * @example {
         *       "add": [],
         *       "remove": []
         *     }
         */
        TransactionTagsInput: {
            /** @default [] */
            add: string[];
            /** @default [] */
            remove: string[];
        };
        /**
         * @example {
         *       "from_id": "01a20119-5f73-7133-b10c-cbcfa574f45e",
         *       "to_id": "01a20119-5f73-7133-b10c-cbcfa574f45f"
         *     }
         */
        TransferLink: {
            /**
             * Format: uuid
             * @description UUID
             */
            from_id: string;
            /**
             * Format: uuid
             * @description UUID
             */
            to_id: string;
        };
        /**
         * @example {
         *       "from_id": "01a20119-5f73-7133-b10c-cbcfa574f45e",
         *       "to_id": "01a20119-5f73-7133-b10c-cbcfa574f45f"
         *     }
         */
        TransferLinkInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            from_id: string;
            /**
             * Format: uuid
             * @description UUID
             */
            to_id: string;
        };
        /**
         * @example {
         *       "id": "01a20119-5f73-7133-b10c-cbcfa574f45e"
         *     }
         */
        TransferUnlink: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
        };
        /**
         * @example {
         *       "id": "01a20119-5f73-7133-b10c-cbcfa574f45e"
         *     }
         */
        TransferUnlinkInput: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
        };
        /**
         * @example {
         *       "token": "the token of the link"
         *     }
         */
        Unlock: {
            token: string;
        };
        /**
         * @example {
         *       "token": "the token of the link"
         *     }
         */
        UnlockInput: {
            token: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
