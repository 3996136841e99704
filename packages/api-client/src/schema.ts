// Generated from apps/server/openapi.json.
import type { Day, Month } from '@kinwise/core/days';
export interface paths {
    "/accounts/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["NewAccount"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/accounts/{id}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AccountChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/accounts/{id}/balance-history/": {
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
                    from?: Day;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    step?: "day" | "week" | "month";
                    /** @description Today when absent */
                    to?: Day;
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BalanceHistory"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/accounts/{id}/close/": {
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AccountClosing"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/accounts/{id}/reconcile/": {
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
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Reconciled"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/accounts/{id}/reopen/": {
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
            requestBody?: {
                content: {
                    /** @example {} */
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/accounts/{id}/visibility/": {
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
                    "application/json": components["schemas"]["AccountVisibility"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/accounts/summary/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountsSummary"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/access/{id}/end/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End looking into a household */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffAccess"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/acts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What staff did, newest first */
        get: {
            parameters: {
                query?: {
                    action?: string;
                    at__gte?: string;
                    at__lte?: string;
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description UUID */
                    household_id?: string;
                    /** @description Rows of a page */
                    page_size?: number;
                    /** @description UUID */
                    staff_id?: string;
                    /** @description UUID */
                    user_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["StaffAct"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/audit/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what in the whole installation: never amounts, names of payees or what was changed to what */
        get: {
            parameters: {
                query?: {
                    /** @description The action or its beginning: `login.` for all of signing in */
                    action?: string;
                    /** @description Who acted, or whose account it is about */
                    actor_id?: string;
                    at__gte?: string;
                    at__lt?: string;
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description What it is about; with a household also among many of one change */
                    entity_id?: string;
                    /** @description UUID */
                    household_id?: string;
                    /** @description An address, or a network such as 203.0.113.0/24 */
                    ip?: string;
                    /** @description In households that belong to it now, and what was done about itself */
                    organisation_id?: string;
                    /** @description Rows of a page */
                    page_size?: number;
                    request_id?: string;
                    risk?: "low" | "medium" | "high" | "critical";
                    /** @description This risk or a higher one */
                    risk__gte?: "low" | "medium" | "high" | "critical";
                    sort?: "-at" | "at";
                    success?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["StaffAuditEntry"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/audit/export/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a table (CSV); taking it stands among what staff did
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The action or its beginning: `login.` for all of signing in */
                    action?: string;
                    /** @description Who acted, or whose account it is about */
                    actor_id?: string;
                    at__gte?: string;
                    at__lt?: string;
                    /** @description What it is about; with a household also among many of one change */
                    entity_id?: string;
                    /** @description UUID */
                    household_id?: string;
                    /** @description An address, or a network such as 203.0.113.0/24 */
                    ip?: string;
                    /** @description In households that belong to it now, and what was done about itself */
                    organisation_id?: string;
                    request_id?: string;
                    risk?: "low" | "medium" | "high" | "critical";
                    /** @description This risk or a higher one */
                    risk__gte?: "low" | "medium" | "high" | "critical";
                    success?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/households/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Households, the newest first, by name or id; nothing of their money */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description Rows of a page */
                    page_size?: number;
                    /** @description Part of the name, or an id */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["StaffHousehold"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/households/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One household, with who belongs to it */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffHouseholdPage"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/households/{id}/access/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who of the staff may look into a household, or could */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["StaffAccess"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Look into a household for a while, with a reason that its admins read at once
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["StaffAccessOpening"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffAccess"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/me/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your own staff role */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMember"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/organisations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations, the newest first, with their room and who asks for more */
        get: {
            parameters: {
                query?: {
                    /** @description true: only those whose owner asks for another tier */
                    asking?: "true" | "false";
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description Rows of a page */
                    page_size?: number;
                    /** @description Part of the name, or an id */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["StaffOrganisation"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/organisations/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffOrganisation"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/organisations/{id}/tier/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set how many households an organisation has room for; those it has stay
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["StaffOrganisationTier"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffOrganisation"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/sign-ins/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people signed in and failed to, by day or hour, where failures came from, and alerts */
        get: {
            parameters: {
                query?: {
                    by?: "day" | "hour";
                    /** @description So many until now; 7 at most by the hour */
                    days?: number;
                    /** @description Where days and hours begin */
                    time_zone?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInFigures"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/staff/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who is staff */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["StaffMember"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Give somebody a staff role, in place of the one they had
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StaffRoleGiving"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffMember"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/staff/{id}/take-role/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a staff role: it ends at once
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["StaffReason"];
                };
            };
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/users/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, the newest first, by address, name, id or state */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description Rows of a page */
                    page_size?: number;
                    /** @description Part of an address or a name, or an id */
                    q?: string;
                    state?: "active" | "guarded" | "unverified" | "locked" | "leaving";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["StaffAccount"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/users/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one account stands: verified, locked, factors, sessions, households */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffAccountPage"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/users/{id}/end-sessions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign somebody out everywhere
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["StaffReason"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffAccountPage"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/users/{id}/lock/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock an account: sessions end, API keys rest
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["StaffReason"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffAccountPage"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/users/{id}/require-new-password/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have somebody choose a new password at the next sign-in
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["StaffReason"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffAccountPage"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/users/{id}/tier/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let somebody make more calls, or as many as everybody
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["StaffTier"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffAccountPage"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/admin/users/{id}/unlock/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock an account, also after wrong passwords
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["StaffReason"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffAccountPage"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/analytics/cash-flow/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CashFlow"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/analytics/category-breakdown/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CategoryBreakdown"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/analytics/dashboard/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Dashboard"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/analytics/net-worth/": {
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
                    from?: Day;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    step?: "day" | "week" | "month";
                    to?: Day;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NetWorth"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/audit/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what in the household, newest first, field by field */
        get: {
            parameters: {
                query?: {
                    action?: string;
                    actor_kind?: "user" | "system";
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    entity?: string;
                    /** @description UUID */
                    entity_id?: string;
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    /** @description The user who acted */
                    member_id?: string;
                    on__gte?: Day;
                    on__lte?: Day;
                    /** @description Rows of a page */
                    page_size?: number;
                    risk?: "low" | "medium" | "high" | "critical";
                    /** @description This risk or a higher one */
                    risk__gte?: "low" | "medium" | "high" | "critical";
                    success?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["AuditEntry"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/audit/export/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit as a file, CSV or JSON; taking it stands in it as well
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        get: {
            parameters: {
                query?: {
                    action?: string;
                    actor_kind?: "user" | "system";
                    entity?: string;
                    /** @description UUID */
                    entity_id?: string;
                    format?: "csv" | "json";
                    /** @description The active household; the header X-Household-Id goes first */
                    household?: string;
                    /** @description The user who acted */
                    member_id?: string;
                    on__gte?: Day;
                    on__lte?: Day;
                    risk?: "low" | "medium" | "high" | "critical";
                    /** @description This risk or a higher one */
                    risk__gte?: "low" | "medium" | "high" | "critical";
                    success?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                        "text/csv": string;
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/api-keys/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your API keys, and how long one may live */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKeys"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make an API key, which is shown this once
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApiKeyMaking"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKeyMade"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/api-keys/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key: it is over at once */
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Rename an API key, or let it expire sooner */
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ApiKeyChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKey"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/auth/api-keys/{id}/extend/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an API key live until a later day
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["ApiKeyExtension"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKey"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/api-keys/{id}/rotate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an API key anew: a new secret, shown this once, for the same key
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ApiKeyRenewal"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKeyMade"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/child-link/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a device link: a session of the child on this device */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChildLinkOpening"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/child-link/look/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a device link would let in; it stays unused */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChildLinkLook"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChildLinkCard"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/csrf/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/email/change/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The address, and the change of it that waits for its link */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmailChangeStanding"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Ask for another address; it counts once the link in the mail to it was opened
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EmailChange"];
                };
            };
            responses: {
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmailChangeStanding"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Call the change off that waits */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/email/change/confirm/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the new address by the link of the mail to it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EmailChangeToken"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmailChanged"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/email/change/undo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a change by the link of the mail to the old address: every device is signed out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EmailChangeToken"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmailChangeUndone"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/email/resend/": {
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
                    "application/json": components["schemas"]["Resend"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/email/verify/": {
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
                    "application/json": components["schemas"]["MailToken"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/exchange-token/": {
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
                    "application/json": components["schemas"]["Exchange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/family/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may sign in by PIN on this device */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Family"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/family/sign-in/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a child in by PIN, on a family device only */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChildPinSignIn"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/grow-up/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an account over that guardians looked after */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GrowUp"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/grow-up/look/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose account a link offers; it stays unused */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailToken"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string;
                            name: string;
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/lockout-status/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/login/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by email or username; who has a second factor goes on with auth/login/mfa/ */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Login"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/login/mfa/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of signing in: a code of the authenticator app, a backup code or a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LoginSecondStep"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/login/new-password/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose the new password that a sign-in waits for; answers the session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LoginNewPassword"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/logout/": {
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/mfa/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your second factors */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecondFactors"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/mfa/backup-codes/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ten new backup codes in place of the old ones; asks for password and factor
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["PasswordAndFactor"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BackupCodes"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/mfa/status/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your second factors */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecondFactors"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/mfa/totp/confirm/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the authenticator app on by its first code; answers ten backup codes, once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AuthenticatorCode"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BackupCodes"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/mfa/totp/disable/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the authenticator app off; asks for password and factor
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["PasswordAndFactor"];
                };
            };
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/mfa/totp/setup/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A secret for an authenticator app; it counts after its first code
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuthenticatorSetup"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/oidc/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The providers that people can sign in with here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["SignInProvider"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/oidc/{provider}/callback/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with what the provider put into the address; who is new goes on with register */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProviderCallback"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProviderAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/oidc/{provider}/link/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where to send the browser to link your account at a provider
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProviderStart"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/oidc/{provider}/link/callback/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link the account at the provider, with what it put into the address */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IdentityLink"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["LinkedIdentity"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/oidc/{provider}/register/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the terms and make the account of who came from a provider */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProviderRegistration"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/oidc/{provider}/start/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where to send the browser to sign in by a provider; sets the cookie by which it is known again */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProviderStart"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/oidc/identities/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your accounts at Google and other providers that sign you in here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["LinkedIdentity"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/oidc/identities/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Unlink one of them, unless it is the only way in
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/otp/request/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a code mailed that signs in; the same answer whether there is an account or not */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailCodeRequest"];
                };
            };
            responses: {
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailCodeRequested"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/otp/verify/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by the code of the newest mail; who has a second factor goes on with auth/login/mfa/ */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailCodeVerify"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/passkeys/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your passkeys */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Passkey"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/passkeys/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a passkey
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Rename a passkey */
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
                    "application/json": components["schemas"]["PasskeyName"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Passkey"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/auth/passkeys/login/options/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to sign in with a passkey, alone or as the second step */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["PasskeyLoginOptions"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyOptions"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/passkeys/login/verify/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey alone */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasskeyLogin"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/passkeys/register/options/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the browser needs to make a passkey
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyOptions"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/passkeys/register/verify/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add the passkey that the browser made; with the first factor come backup codes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasskeyRegistration"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyRegistered"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/password/change/": {
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
                    "application/json": components["schemas"]["PasswordChange"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/password/reset/": {
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
                    "application/json": components["schemas"]["PasswordReset"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/password/reset/confirm/": {
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
                    "application/json": components["schemas"]["PasswordResetConfirm"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/password/strength/": {
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
                    "application/json": components["schemas"]["PasswordToJudge"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasswordStrength"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/register/": {
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
                    "application/json": components["schemas"]["Registration"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/resend-verification/": {
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
                    "application/json": components["schemas"]["Resend"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/security-status/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Last sign-ins, sessions, age of the password and recent risks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecurityStatus"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/sessions/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/sessions/{id}/": {
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Give the device of a session another name */
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
                    "application/json": components["schemas"]["SessionRenaming"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/auth/sessions/terminate-all/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all other sessions, and API keys too where that is meant */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["SessionsTermination"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            api_keys_ended: number;
                            ended: number;
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/step-up/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this session may do what is dangerous, and how the user can confirm */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StepUpStanding"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Confirm that it is you: password, code or passkey; answers an access token for five minutes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["StepUp"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StepUpConfirmed"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/step-up/passkey/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to ask for a passkey of yours */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyOptions"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/token/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by email or username; who has a second factor goes on with auth/login/mfa/ */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Login"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/token/refresh/": {
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Refresh"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refreshed"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/token/verify/": {
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
                    "application/json": components["schemas"]["TokenToVerify"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/unlock/": {
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
                    "application/json": components["schemas"]["Unlock"];
                };
            };
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/auth/verify-email/": {
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
                    "application/json": components["schemas"]["MailToken"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/categories/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["NewCategory"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/categories/{id}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CategoryChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/categories/{id}/merge/": {
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
                    "application/json": components["schemas"]["CategoryMerge"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/categories/{id}/restore/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Category"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/categories/defaults/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/categories/reorder/": {
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
                    "application/json": components["schemas"]["CategoryOrder"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/categories/usage/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/children/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The children without an account of their own, and how they sign in */
        get: {
            parameters: {
                query?: {
                    /** @description UUID */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Child"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a place for a child that has no e-mail address, and agree for it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewChild"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Child"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/children/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One child */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Child"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Erase a child’s account when the time of grace is over
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Child"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a child’s names, or the year of birth */
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ChildChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Child"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/children/{id}/exports/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The copies of a child’s data that a guardian asked for */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["DataExport"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Ask for a copy of everything that is kept about a child
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DataExport"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/children/{id}/exports/{export_id}/download/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The copy itself, a ZIP of JSON and CSV
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    export_id: string;
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": string;
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/children/{id}/grow-up/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer a child its account: it takes it over by mail, with a password of its own
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["GrowUpOffer"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Child"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Take the offer back */
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/children/{id}/keep/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one’s mind about erasing a child’s account */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Child"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/children/{id}/link/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link that signs a child in on a device, once and within minutes
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["NewChildLink"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChildLink"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Take back a device link that was not opened yet */
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/children/{id}/pin/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a child’s PIN, which works on family devices only
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["ChildPin"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Child"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Take a child’s PIN away */
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/children/{id}/pin/unlock/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a child try its PIN again */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Child"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/children/{id}/security-history/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened around a child’s signing in, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    /** @description UUID */
                    household?: string;
                    kind?: "event" | "alert";
                    /** @description Rows of a page */
                    page_size?: number;
                    success?: "true" | "false";
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["SecurityEntry"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/children/{id}/sessions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a child is signed in */
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/children/{id}/sessions/{session_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a child out on one device */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                    /** @description UUID */
                    session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/children/{id}/sessions/end/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a child out everywhere */
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/currencies/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/dev/demo-login/": {
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
                    "application/json": components["schemas"]["DemoLogin"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/dev/status/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DevStatus"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/exchange-rates/": {
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
                    on?: Day;
                    on__gte?: Day;
                    on__lte?: Day;
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["ExchangeRate"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["NewExchangeRate"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExchangeRate"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/exchange-rates/{id}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExchangeRate"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
                    "application/json": components["schemas"]["ExchangeRateChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExchangeRate"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/exchange-rates/convert/": {
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
                    on?: Day;
                    /** @description The household’s currency when absent */
                    quote?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversion"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/exchange-rates/upload/": {
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
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description Which currencies to keep, as NZD,USD,AUD; `all` for every one. Those of the household’s accounts when absent. */
                        currencies?: string;
                        /** Format: binary */
                        file: Blob;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExchangeRatesRead"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/family-devices/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The devices on which children sign in by PIN */
        get: {
            parameters: {
                query?: {
                    /** @description UUID */
                    household?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["FamilyDevice"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make the device that asks one on which children sign in by PIN
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewFamilyDevice"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FamilyDeviceRegistered"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/family-devices/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Make it an ordinary device again */
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/family-devices/{id}/unlock/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let children try PINs there again */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FamilyDevice"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/households/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["NewHousehold"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/households/{id}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a household with everything in it; confirm with its name in the body or as ?confirm=
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["HouseholdDeletion"];
                };
            };
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["HouseholdChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/households/{id}/invitations/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Invite somebody by mail or by link
         * @description Where it gives somebody more than they had, asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["NewInvitation"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/households/{id}/leave/": {
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/households/{id}/members/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/households/{id}/set-primary/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/households/{id}/summary/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HouseholdSummary"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/households/{id}/transfer-ownership/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another member the admin and step down
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["OwnershipTransfer"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/imports/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["Import"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /**
                         * Format: uuid
                         * @description UUID
                         */
                        account_id?: string;
                        /** Format: binary */
                        file: Blob;
                        mapping?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/imports/{id}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ImportChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/imports/{id}/commit/": {
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ImportCommit"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/imports/{id}/rows/": {
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
                    state?: components["schemas"]["ImportState"];
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["ImportRow"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ImportRowsChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/imports/{id}/undo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a committed import back, as if it had never been; what others state too stays with them */
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
            requestBody?: {
                content: {
                    /** @example {} */
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Import"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/imports/templates/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/imports/templates/{id}/": {
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}/resend/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation again with a new link; the old link is dead
         * @description Where it gives somebody more than they had, asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["InvitationResend"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/invitations/{id}/revoke/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/invitations/by-token/{token}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationCard"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/invitations/by-token/{token}/accept/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/mail/bounces/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the mail provider reports: mails that came back, and complaints */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailReport"];
                };
            };
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/mail/one-click/{token}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads to the page that asks whether to turn mails off; changes nothing */
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
                /** @description Done; there is nothing to say */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Turn those mails off, as mail programs do it (RFC 8058) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OneClick"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailChoice"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/mail/unsubscribe/{token}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the link in a mail turns off; changes nothing */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailChoice"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Turn those mails off, without signing in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TurnMailOff"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MailChoice"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/mail/works/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show by the link of that mail that it arrived */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MailWorks"];
                };
            };
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/memberships/{id}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Membership"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the role of a member, never above your own
         * @description Where it gives somebody more than they had, asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["RoleChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Membership"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/memberships/{id}/consents/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was agreed to for a child */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Consents"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Agree to a purpose for a child, or no longer */
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
                    "application/json": components["schemas"]["ConsentChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Consents"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/memberships/{id}/deactivate/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Membership"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/merchants/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["Merchant"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["NewMerchant"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merchant"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/merchants/{id}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merchant"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["MerchantChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merchant"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/merchants/{id}/aliases/": {
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
                    "application/json": components["schemas"]["NewAlias"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merchant"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/merchants/{id}/aliases/{alias_id}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merchant"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/merchants/{id}/merge/": {
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
                    "application/json": components["schemas"]["MerchantMerge"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merchant"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/organisation/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which organisation the household belongs to, and what it shares */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationOfHousehold"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Choose what the household shares with its organisation */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrganisationSharing"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationOfHousehold"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/organisation/leave/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the organisation: from this moment on it sees nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/organisations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisations that you administer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Organisation"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make an organisation, with yourself as its owner */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewOrganisation"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/organisations/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an organisation; its owner */
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["OrganisationChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/organisations/{id}/administrators/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who administers it */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["OrganisationAdministrator"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/organisations/{id}/administrators/{user_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an administrator; its owner */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                    /** @description UUID */
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{id}/ask-tier/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for room for more households, or fewer; its owner. Whoever runs this KinWise decides */
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
                    "application/json": components["schemas"]["OrganisationAskedTier"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/organisations/{id}/close/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an organisation that no household belongs to; its owner
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/organisations/{id}/hand-over/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another administrator the owner
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                    "application/json": components["schemas"]["OrganisationHandOver"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/organisations/{id}/households/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The households of an organisation, each with what it shares */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["OrganisationHousehold"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a household under the organisation, with its currency and budget cycle */
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
                    "application/json": components["schemas"]["OrganisationNewHousehold"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/organisations/{id}/households/{household_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let a household go */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    household_id: string;
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{id}/invitations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that were not taken up yet */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["OrganisationInvitation"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invite an administrator or a household by mail */
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
                    "application/json": components["schemas"]["OrganisationInviting"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationInvited"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/organisations/{id}/invitations/{invitation_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description UUID */
                    id: string;
                    /** @description UUID */
                    invitation_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{id}/leave/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Be no administrator any more */
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/organisations/by-token/{token}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation is about, for whom it went to */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expires_at: string;
                            /** @enum {string} */
                            kind: "administrator" | "household";
                            organisation_name: string;
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/organisations/by-token/{token}/accept/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an invitation up, as an administrator or for a household */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["OrganisationAccept"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganisationAccepted"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/payees/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["Payee"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/permissions/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Permissions"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/privacy/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept about people, why, how long, and whom to ask */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PrivacyInformation"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/privacy/acceptances/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which documents you accepted, and which there are new versions of */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Acceptance"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Accept a document as it is now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAcceptance"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["Acceptance"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/privacy/consents/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you agreed to, and what you said before */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Consents"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Agree to a purpose, or no longer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConsentChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Consents"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/privacy/deletion/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you asked to be erased, and what would happen to your households */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountDeletion"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Ask to be erased; you are signed out everywhere and can change your mind for a while
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountDeletion"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/privacy/documents/{document}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The terms or the privacy policy, as they are or in an older version */
        get: {
            parameters: {
                query?: {
                    version?: string;
                };
                header?: never;
                path: {
                    document: components["schemas"]["DocumentName"];
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegalDocument"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/privacy/export/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The copies of your data that you asked for, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["DataExport"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Ask for a copy of everything that is kept about you
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DataExport"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/privacy/export/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a copy is */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DataExport"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/privacy/export/{id}/download/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The copy itself, a ZIP of JSON and CSV
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
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
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": string;
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/rules/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["NewRule"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rule"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/rules/{id}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rule"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RuleChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rule"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/rules/{id}/apply/": {
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RuleApply"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleApplyAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/rules/reorder/": {
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
                    "application/json": components["schemas"]["RuleOrder"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/rules/test/": {
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
                    "application/json": components["schemas"]["RuleTest"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleTestAnswer"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/saved-searches/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["NewSavedSearch"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/saved-searches/{id}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["SavedSearchChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSearch"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/session/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This session: its device, what it has seen of its owner, when it is idle. Counts as no activity */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Presence"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/session/app-lock/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * This device locks the app by itself, or no longer does: with it a session may idle for ever
         * @description Where it gives somebody more than they had, asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AppLock"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Presence"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/session/ping/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This session: its device, what it has seen of its owner, when it is idle. Counts as no activity */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Presence"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Somebody sits there: the timeout begins anew, also within the grace */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Presence"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/staff-access/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who of KinWise’s staff may look into the household, or has looked */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["StaffAccess"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/staff-access/{id}/end/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End it now: from this moment on staff see nothing */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StaffAccess"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/sync/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sync"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/tags/": {
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
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["NewTag"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tag"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/tags/{id}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tag"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TagChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tag"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/transactions/": {
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
                    occurred_on?: Day;
                    occurred_on__gte?: Day;
                    occurred_on__lte?: Day;
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
                    /** @description Count of everything that the filters find, and sums of what of it is booked, and of what is pending */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: {
                                filters: {
                                    [key: string]: unknown;
                                };
                                next_cursor: string | null;
                                page_size: number;
                                previous_cursor: string | null;
                                sort: string;
                                totals?: components["schemas"]["TransactionTotals"];
                            };
                            results: components["schemas"]["Transaction"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                    "application/json": components["schemas"]["NewTransaction"];
                };
            };
            responses: {
                /** @description Done */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/transactions/{id}/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TransactionChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/transactions/{id}/categorise/": {
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
                    "application/json": components["schemas"]["Categorisation"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Categorised"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/transactions/{id}/history/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of an entry, field by field, newest first */
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
                path: {
                    /** @description UUID */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["EntryStep"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/transactions/{id}/restore/": {
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
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/transactions/{id}/splits/": {
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
                    "application/json": components["schemas"]["TransactionSplits"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/transactions/{id}/tags/": {
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
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TransactionTags"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/transactions/bulk/": {
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
                    "application/json": components["schemas"]["TransactionBulk"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["TransactionBulkResult"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/transactions/link-transfer/": {
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
                    "application/json": components["schemas"]["TransferLink"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/transactions/merge/": {
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
                    "application/json": components["schemas"]["TransactionMerge"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Transaction"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/transactions/search/": {
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
                    occurred_on?: Day;
                    occurred_on__gte?: Day;
                    occurred_on__lte?: Day;
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
                    /** @description Count of everything that the filters find, and sums of what of it is booked, and of what is pending */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: {
                                filters: {
                                    [key: string]: unknown;
                                };
                                next_cursor: string | null;
                                page_size: number;
                                previous_cursor: string | null;
                                sort: string;
                                totals?: components["schemas"]["TransactionTotals"];
                            };
                            results: components["schemas"]["Transaction"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/transactions/suggest-transfers/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["SuggestedTransfer"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/transactions/unlink-transfer/": {
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
                    "application/json": components["schemas"]["TransferUnlink"];
                };
            };
            responses: {
                /** @description Done */
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
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/users/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody with whom you share the household */
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Membership"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/users/{id}/photo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The photo of somebody with whom you share a household, or your own */
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
                /** @description A file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/webp": string;
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/users/me/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Ask to be erased; you are signed out everywhere and can change your mind for a while
         * @description Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountDeletion"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change name, language, time zone or preferences
         * @description Where it gives somebody more than they had, asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["MeChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/users/me/data-export/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The copies of your data that you asked for, newest first
         * @deprecated
         * @description The old way since 2026-12-01, and gone after 2027-12-01: call `GET privacy/export/`.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: components["schemas"]["DataExport"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/users/me/delete-account/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ask to be erased; you are signed out everywhere and can change your mind for a while
         * @deprecated
         * @description The old way since 2026-12-01, and gone after 2027-12-01: call `DELETE users/me/`. Asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountDeletion"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/deletion/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether you asked to be erased, and what would happen to your households */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountDeletion"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/users/me/deletion/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the account after all */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountDeletion"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/users/me/mail/check/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get a mail whose link shows that mail reaches you */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done; there is nothing to say */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
    "/users/me/photo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show others a photo: a PNG, JPEG or WebP, of which the middle is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file: Blob;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Show no photo any more */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/preferences/": {
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
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Choose something else
         * @description Where it gives somebody more than they had, asks for a session that was confirmed a moment ago: otherwise 403 with AUTH_1020, and `POST auth/step-up/` first.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["PreferencesChange"];
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/users/me/security-history/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened around one’s own account, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor or previous_cursor of another page */
                    cursor?: string;
                    kind?: "event" | "alert";
                    /** @description Rows of a page */
                    page_size?: number;
                    success?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            _meta: components["schemas"]["PageMeta"];
                            results: components["schemas"]["SecurityEntry"][];
                        };
                    };
                };
                /** @description What was refused, why, and what to do about it */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Acceptance: {
            /**
             * Format: date
             * @description The day from which the app asks before anything else
             */
            accept_by: Day;
            accepted_at: string | null;
            accepted_version: string | null;
            /** @description There is a newer version than the one that was accepted */
            asked: boolean;
            /**
             * Format: date
             * @description The day from which it holds
             */
            day: Day;
            document: components["schemas"]["DocumentName"];
            title: string;
            version: string;
        };
        Account: {
            allow_overdraft: boolean;
            /**
             * Format: decimal
             * @description Balance, pending entries and what may be borrowed
             */
            available: string;
            available_actions: string[];
            /**
             * Format: decimal
             * @description Opening balance and every completed entry
             */
            balance: string;
            closed_on: Day | null;
            colour: string;
            /** @description Private accounts: others see its balance within a sum */
            count_in_totals: boolean;
            /** Format: date-time */
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
            kind: components["schemas"]["AccountKind"];
            last_reconciled_on: Day | null;
            name: string;
            notes: string;
            number_masked: string | null;
            /** Format: date */
            opened_on: Day;
            /** Format: decimal */
            opening_balance: string;
            order: number;
            /** Format: decimal */
            overdraft_limit: string;
            /**
             * Format: uuid
             * @description UUID
             */
            owner_user_id: string;
            /**
             * Format: decimal
             * @description Sum of the entries that are not booked yet
             */
            pending: string;
            /** @enum {string} */
            status: "open" | "closed";
            /** Format: date-time */
            updated_at: string;
            version: number;
            /** @enum {string} */
            visibility: "shared" | "private";
        };
        AccountChange: {
            allow_overdraft?: boolean;
            colour?: string;
            count_in_totals?: boolean;
            credit_limit?: string | null;
            icon?: string;
            include_in_totals?: boolean;
            institution?: string;
            kind?: components["schemas"]["AccountKind"];
            name?: string;
            notes?: string;
            number?: string | null;
            /** Format: date */
            opened_on?: Day;
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
        AccountClosing: {
            /** Format: date */
            closed_on?: Day;
        };
        AccountDeletion: {
            /** @description Until then it can be cancelled */
            due_at: string | null;
            grace_days: number;
            households: {
                /** @description You alone are in charge: hand them over, or delete them, first */
                blocking: {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    id: string;
                    name: string;
                }[];
                /** @description Nobody else belongs to them: they go as well */
                erased: {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    id: string;
                    name: string;
                }[];
                /** @description Others go on with them; your entries stay, under a neutral name */
                shared: {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    id: string;
                    name: string;
                }[];
            };
            requested_at: string | null;
            /**
             * @description due: the time is over, and there is no way back
             * @enum {string}
             */
            status: "none" | "pending" | "due";
        };
        /** @enum {string} */
        AccountKind: "checking" | "savings" | "credit" | "cash" | "investment" | "loan" | "mortgage" | "kiwisaver" | "other";
        AccountsSummary: {
            accounts: string[];
            by_currency: {
                /** Format: decimal */
                amount: string;
                /** @description In the household’s currency; null where no rate is known */
                converted: string | null;
                currency: string;
                rate: string | null;
            }[];
            by_kind: {
                accounts: number;
                /** Format: decimal */
                amount: string;
                kind: components["schemas"]["AccountKind"];
            }[];
            net_worth: {
                /** Format: decimal */
                amount: string;
                currency: string;
            };
            /** @description Sums of others’ private accounts that they let count */
            private_others: {
                /** Format: decimal */
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
        ApiKey: {
            /** Format: date-time */
            created_at: string;
            expired: boolean;
            /** Format: date-time */
            expires_at: string;
            /** @description The one household that it may speak of */
            household_id: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description To the minute */
            last_used_at: string | null;
            last_used_ip: string | null;
            name: string;
            /** @description It was made anew, and what it was before opens something until then */
            old_until: string | null;
            scopes: components["schemas"]["ApiKeyScope"][];
            /** @description The prefix and the last four characters */
            shown: string;
            signed_only: boolean;
        };
        ApiKeyChange: {
            /** @description From now, and sooner than before */
            expires_in_days?: number;
            name?: string;
        };
        /**
         * @example {
         *       "expires_in_days": 180
         *     }
         */
        ApiKeyExtension: {
            /** @description From now */
            expires_in_days: number;
        };
        ApiKeyMade: {
            api_key: components["schemas"]["ApiKey"];
            /** @description Shown this once: send it as `Authorization: Bearer …` */
            key: string;
            /** @description What requests are signed with, shown this once; null where none has to be */
            signing_secret: string | null;
        };
        ApiKeyMaking: {
            /** @description 90 when absent; both this and the most are settings */
            expires_in_days?: number;
            /**
             * Format: uuid
             * @description The one household that the key may speak of; any of yours when absent
             */
            household_id?: string;
            name: string;
            scopes: components["schemas"]["ApiKeyScope"][];
            /**
             * @description Whether each request has to be signed
             * @default false
             */
            signed_only?: boolean;
        };
        /**
         * @example {
         *       "grace_hours": 1
         *     }
         */
        ApiKeyRenewal: {
            /**
             * @description How long the old secret opens something still; 0 when somebody may have seen it
             * @default 0
             */
            grace_hours?: number;
        };
        ApiKeys: {
            days_default: number;
            days_most: number;
            /** @description How many keys one person may have */
            most: number;
            results: components["schemas"]["ApiKey"][];
        };
        /** @enum {string} */
        ApiKeyScope: "read:household" | "write:household" | "read:accounts" | "write:accounts" | "read:transactions" | "write:transactions" | "write:categories" | "read:rules" | "write:rules" | "read:reports" | "read:imports" | "write:imports" | "read:profile";
        /**
         * @example {
         *       "on": true
         *     }
         */
        AppLock: {
            /** @description Whether this device locks the app while nobody uses it */
            on: boolean;
        };
        AskedDocument: {
            /** Format: date */
            accept_by: Day;
            document: components["schemas"]["DocumentName"];
            title: string;
            version: string;
        };
        AuditChange: {
            after: components["schemas"]["AuditValue"] | null;
            after_varies: boolean;
            before: components["schemas"]["AuditValue"] | null;
            /** @description Of several things: they differed before */
            before_varies: boolean;
            currency: string | null;
            field: string;
            /** @enum {string} */
            kind: "account" | "category" | "payee" | "merchant" | "tag" | "member" | "import" | "rule" | "staff" | "money" | "day" | "instant" | "flag" | "present" | "number" | "text" | "parts" | "details";
        };
        AuditEntry: {
            /** @description Such as transaction.changed, member.joined, permission.denied */
            action: string;
            actor: {
                /** @enum {string} */
                kind: "user" | "system";
                name: string | null;
                user_id: string | null;
            };
            /** @description Of an entry */
            amount: string | null;
            /** @description The API key that a program called by, as it was named then */
            api_key: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            at: string;
            changes: components["schemas"]["AuditChange"][];
            /** @description How many things it tells of */
            count: number;
            currency: string | null;
            device: string;
            entity: string;
            entity_id: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            ip: string | null;
            /**
             * Format: date
             * @description The day of the household
             */
            on: Day;
            /** @description Only the reader sees it: it hangs on a private account of theirs */
            private: boolean;
            request_id: string | null;
            /** @enum {string} */
            risk: "low" | "medium" | "high" | "critical";
            /** @description How the thing is called, as far as it can still be seen */
            subject: string | null;
            success: boolean;
        };
        AuditValue: {
            parts?: {
                /** Format: decimal */
                amount: string;
                category: string | null;
                member: string | null;
            }[];
            /** @description Null for what is too deep to be shown */
            text?: string | null;
            things?: {
                id: string;
                /** @description Null when gone or out of sight */
                name: string | null;
            }[];
        };
        /**
         * @example {
         *       "code": "123456"
         *     }
         */
        AuthenticatorCode: {
            /** @description Six digits of the authenticator app, or a backup code */
            code: string;
        };
        AuthenticatorSetup: {
            /** @description The URI as a picture */
            qr: {
                /** @description The dark modules as path data of an SVG whose viewBox is `0 0 size size` */
                path: string;
                /** @description Modules on each side, the quiet zone among them */
                size: number;
            };
            /** @description Base32, for those who type it */
            secret: string;
            /** @description otpauth://, for an app on the same device */
            uri: string;
        };
        BackupCodes: {
            /** @description Shown this once */
            backup_codes: string[];
        };
        BalanceHistory: {
            currency: string;
            points: {
                /** Format: decimal */
                balance: string;
                /** Format: date */
                on: Day;
            }[];
        };
        CashFlow: {
            currency: string;
            months: components["schemas"]["MonthFlow"][];
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
        Categorised: {
            changed: number;
            transaction: components["schemas"]["Transaction"];
        };
        Category: {
            available_actions: string[];
            colour: string;
            /** Format: date-time */
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
            /** Format: date-time */
            updated_at: string;
            version: number;
        };
        CategoryBreakdown: {
            currency: string;
            months: Month[];
            rows: {
                amounts: string[];
                category_id: string | null;
                /** @enum {string} */
                kind: "income" | "expense";
                /** Format: decimal */
                total: string;
            }[];
        };
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
         *       "ids": [
         *         "01a20119-5f73-7133-b10c-cbcfa574f45e"
         *       ]
         *     }
         */
        CategoryOrder: {
            ids: string[];
        };
        CategoryUsage: {
            /**
             * Format: uuid
             * @description UUID
             */
            category_id: string;
            count: number;
            last_used_on: Day | null;
            /**
             * Format: decimal
             * @description In the household’s currency; spending is negative
             */
            total: string;
        };
        Child: {
            /** @description Only where it is needed: from sixteen on they decide for themselves what their data is used for */
            birth_year: number | null;
            deletion_due_at: string | null;
            display_name: string;
            first_name: string;
            /** @description The account was offered to the child, and waits to be taken over */
            growing_up: {
                email: string;
                /** Format: date-time */
                expires_at: string;
            } | null;
            has_pin: boolean;
            /**
             * Format: uuid
             * @description Of the membership
             */
            id: string;
            last_name: string;
            /** @description A device link was made and waits to be opened */
            link_waits_until: string | null;
            photo: string | null;
            pin_locked: boolean;
            /** @enum {string} */
            role: "child" | "teen";
            sessions: number;
            /**
             * Format: uuid
             * @description UUID
             */
            user_id: string;
            username: string | null;
        };
        ChildChange: {
            /** @description Only where it is needed: from sixteen on they decide for themselves what their data is used for */
            birth_year?: number | null;
            first_name?: string;
            last_name?: string;
            username?: string;
        };
        ChildLink: {
            /** Format: date-time */
            expires_at: string;
            expires_in: number;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description To be opened on the child’s device, once; shown this once */
            link: string;
            /** @description The link as a picture for the camera of the child’s device */
            qr: {
                /** @description The dark modules as path data of an SVG whose viewBox is `0 0 size size` */
                path: string;
                /** @description Modules on each side, the quiet zone among them */
                size: number;
            };
        };
        ChildLinkCard: {
            child_name: string;
            device_name: string;
            household_name: string;
            remember_me: boolean;
        };
        /**
         * @example {
         *       "token": "the token of the link"
         *     }
         */
        ChildLinkLook: {
            token: string;
        };
        /**
         * @example {
         *       "token": "the token of the link"
         *     }
         */
        ChildLinkOpening: {
            /**
             * @default web
             * @enum {string}
             */
            client?: "web" | "native";
            token: string;
        };
        /**
         * @example {
         *       "pin": "4071"
         *     }
         */
        ChildPin: {
            pin: string;
        };
        /**
         * @example {
         *       "membership_id": "01935f6e-0000-7000-8000-000000000001",
         *       "pin": "4071"
         *     }
         */
        ChildPinSignIn: {
            /**
             * @default web
             * @enum {string}
             */
            client?: "web" | "native";
            /**
             * Format: uuid
             * @description UUID
             */
            membership_id: string;
            pin: string;
        };
        /** @enum {string} */
        ColumnRole: "date" | "booked_date" | "value_date" | "amount" | "debit" | "credit" | "direction" | "balance" | "fee" | "currency" | "payee" | "memo" | "reference" | "bank_id" | "kind" | "category" | "tags" | "account" | "counter_account" | "status" | "foreign_amount" | "foreign_currency" | "rate" | "person" | "ignore";
        Consent: {
            /** @description A guardian decides: the person is a child in a household */
            by_guardian: boolean;
            /** @description Whether it counts now */
            granted: boolean;
            /** @description Whether KinWise does this by now */
            in_use: boolean;
            last: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                by: "you" | "guardian";
                granted: boolean;
                version: string;
            } | null;
            purpose: components["schemas"]["Purpose"];
            sentence: string;
            title: string;
            /** @description Of the words as they are now */
            version: string;
        };
        /**
         * @example {
         *       "purpose": "analytics",
         *       "granted": true
         *     }
         */
        ConsentChange: {
            granted: boolean;
            purpose: components["schemas"]["Purpose"];
        };
        Consents: {
            /** @description Newest first */
            history: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                by: "you" | "guardian";
                granted: boolean;
                purpose: components["schemas"]["Purpose"];
                version: string;
            }[];
            results: components["schemas"]["Consent"][];
        };
        Conversion: {
            across: string | null;
            amount: string | null;
            base: string;
            converted: string | null;
            /** Format: date */
            on: Day;
            quote: string;
            /** Format: decimal */
            rate: string;
            /**
             * Format: date
             * @description The day that the rate is of; an earlier one where the day itself has none
             */
            rate_on: Day;
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
                [key: string]: components["schemas"]["ColumnRole"];
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
        Dashboard: {
            balances: {
                /** Format: decimal */
                debt: string;
                /** Format: decimal */
                everyday: string;
                /** Format: decimal */
                savings: string;
            };
            cash_flow: components["schemas"]["MonthFlow"][];
            currency: string;
            month: {
                by_category: {
                    /** Format: decimal */
                    amount: string;
                    category_id: string | null;
                    share: number;
                }[];
                /** Format: decimal */
                expense: string;
                /** Format: decimal */
                income: string;
                /** Format: month */
                month: Month;
                /** Format: decimal */
                net: string;
            };
            needs_you: {
                count: number;
                /** @enum {string} */
                kind: "review" | "uncategorised" | "unconfirmed_transfer" | "old_pending";
                link: string;
            }[];
            /** Format: decimal */
            net_worth: string;
            pay: {
                days_left: number;
                /** Format: decimal */
                income: string;
                /**
                 * Format: decimal
                 * @description What is in everyday accounts, shared out over the days until pay day
                 */
                left_a_day: string;
                /** Format: date */
                next_pay_on: Day;
                period: {
                    /** Format: date */
                    ends_on: Day;
                    /** Format: date */
                    starts_on: Day;
                };
                /**
                 * Format: decimal
                 * @description In this pay period, as a negative amount
                 */
                spent: string;
            };
            recent: components["schemas"]["Transaction"][];
            /** Format: date */
            today: Day;
        };
        DataExport: {
            /** @description Where it can be fetched, below /api/v1/, while it is ready */
            download: string | null;
            expires_at: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            progress: {
                done: number;
                total: number;
            };
            ready_at: string | null;
            /** Format: date-time */
            requested_at: string;
            /** @description So many have been written so far */
            rows: number;
            size_bytes: number | null;
            /** @enum {string} */
            status: "waiting" | "working" | "ready" | "failed" | "removed";
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
        /**
         * @example {
         *       "member": "mere"
         *     }
         */
        DemoLogin: {
            /** @description Username */
            member: string;
        };
        DevStatus: {
            demo: boolean;
            dev_login: boolean;
            mailbox: boolean;
        };
        /** @enum {string} */
        DocumentName: "terms" | "privacy";
        /**
         * @example {
         *       "new_email": "mere.next@example.org"
         *     }
         */
        EmailChange: {
            new_email: string;
        };
        EmailChanged: {
            email: string;
            message: string;
        };
        EmailChangeStanding: {
            email: string;
            pending: components["schemas"]["PendingEmailChange"] | null;
        };
        /**
         * @example {
         *       "token": "the token of the link"
         *     }
         */
        EmailChangeToken: {
            token: string;
        };
        EmailChangeUndone: {
            email: string;
            message: string;
            /** @description For POST auth/password/reset/confirm/ */
            reset_token: string;
        };
        EntryStep: {
            action: string;
            actor: {
                is_me: boolean;
                /** @enum {string} */
                kind: "user" | "system";
                name: string | null;
                user_id: string | null;
            };
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            by: "edit" | "rule" | "import" | "bulk";
            /** @description The rule, or the file */
            by_name: string | null;
            changes: components["schemas"]["AuditChange"][];
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description How many entries were changed in the same step */
            together: number;
        };
        Exchange: {
            /**
             * @default web
             * @enum {string}
             */
            client?: "web" | "native";
            device_name?: string;
            exchange_token: string;
            /** @default false */
            remember_me?: boolean;
        };
        ExchangeRate: {
            available_actions: string[];
            base: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** Format: date */
            on: Day;
            quote: string;
            /** Format: decimal */
            rate: string;
            /** @enum {string} */
            source: "manual" | "file";
            /** Format: date-time */
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
        ExchangeRatesRead: {
            changed: number;
            currencies: string[];
            first_on: Day | null;
            kept: number;
            last_on: Day | null;
            read: number;
            skipped: number;
            warnings: {
                code: string;
                line: number;
                message: string;
            }[];
        };
        Family: {
            children: {
                display_name: string;
                has_pin: boolean;
                locked: boolean;
                /**
                 * Format: uuid
                 * @description UUID
                 */
                membership_id: string;
            }[];
            device_name: string;
            household_name: string;
            locked: boolean;
        };
        FamilyDevice: {
            browser: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_used_at: string | null;
            /** @description Too many wrong PINs: no child signs in there until a guardian unlocks it */
            locked: boolean;
            name: string;
            os: string;
        };
        FamilyDeviceRegistered: {
            browser: string;
            /** Format: date-time */
            created_at: string;
            /** @description Native clients only, for X-Family-Device; browsers get a cookie */
            device_secret?: string;
            /** Format: date-time */
            expires_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_used_at: string | null;
            /** @description Too many wrong PINs: no child signs in there until a guardian unlocks it */
            locked: boolean;
            name: string;
            os: string;
        };
        FieldProblem: {
            code: string;
            message: string;
            /** @description Into the body, such as /name; or the name of a query parameter */
            pointer: string;
        };
        FoundMapping: {
            because?: {
                columns?: components["schemas"]["MappingReason"];
                currency?: components["schemas"]["MappingReason"];
                date_order?: components["schemas"]["MappingReason"];
                decimal_mark?: components["schemas"]["MappingReason"];
                delimiter?: components["schemas"]["MappingReason"];
                encoding?: components["schemas"]["MappingReason"];
                header_line?: components["schemas"]["MappingReason"];
                row_order?: components["schemas"]["MappingReason"];
                sign?: components["schemas"]["MappingReason"];
            };
            columns?: {
                [key: string]: components["schemas"]["ColumnRole"];
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
         *       "token": "the token of the link",
         *       "password": "three herons over the harbour",
         *       "password_confirm": "three herons over the harbour",
         *       "terms_accepted": true,
         *       "privacy_policy_accepted": true
         *     }
         */
        GrowUp: {
            password: string;
            password_confirm: string;
            /** @constant */
            privacy_policy_accepted: true;
            /** @constant */
            terms_accepted: true;
            token: string;
        };
        /**
         * @example {
         *       "email": "manaia@example.org"
         *     }
         */
        GrowUpOffer: {
            /** @description Of the child; it gets the link */
            email: string;
        };
        Household: {
            available_actions: string[];
            capabilities: ("household.view" | "household.edit" | "household.delete" | "household.transfer" | "billing.manage" | "members.invite" | "members.manage" | "accounts.view" | "accounts.manage" | "transactions.view" | "transactions.create" | "transactions.edit" | "categories.manage" | "rules.manage" | "budgets.view" | "budgets.manage" | "plan.view" | "plan.redistribute" | "goals.view" | "goals.manage" | "goals.contribute" | "bills.view" | "bills.manage" | "bills.pay" | "settlements.view" | "settlements.settle" | "reports.view" | "insights.view" | "data.import" | "data.export" | "rewards.view" | "challenges.join" | "lessons.view" | "rewards.grant" | "allowances.manage" | "approvals.decide" | "audit.view" | "staff_access.manage" | "organisation.manage")[];
            /** Format: date-time */
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
            pay_cycle: components["schemas"]["PayCycle"];
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
            time_zone: string;
            type: components["schemas"]["HouseholdType"];
            /** Format: date-time */
            updated_at: string;
            version: number;
        };
        HouseholdBrief: {
            currency: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            is_primary: boolean;
            name: string;
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
            time_zone: string;
            type: string;
        };
        HouseholdChange: {
            currency?: string;
            name?: string;
            pay_cycle?: components["schemas"]["NewPayCycle"];
            time_zone?: string;
            type?: components["schemas"]["HouseholdType"];
        };
        HouseholdDeletion: {
            /** @description The name of the household, as it is */
            confirm?: string;
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
            /** Format: date */
            next_pay_on: Day;
            pay_period: {
                /** Format: date */
                ends_on: Day;
                /** Format: date */
                starts_on: Day;
            };
        };
        /** @enum {string} */
        HouseholdType: "family" | "couple" | "student" | "individual" | "organisation";
        /**
         * @example {
         *       "state": "what the address holds",
         *       "code": "what the address holds"
         *     }
         */
        IdentityLink: {
            code?: string;
            error?: string;
            iss?: string;
            state: string;
        };
        Import: {
            author_id: string | null;
            available_actions: string[];
            bank: string | null;
            /** @description The same for each currency of the file, as amounts of several make no sum */
            by_currency: components["schemas"]["ImportSums"][];
            columns: {
                name: string;
                samples: string[];
            }[] | null;
            committed_at: string | null;
            counts: components["schemas"]["ImportCounts"];
            /** Format: date-time */
            created_at: string;
            currency: string | null;
            encoding: string | null;
            /** @description Entries that another committed import states too: they stay when this one is undone, or have stayed. Null before it is committed, and in lists */
            entries_staying: number | null;
            file_name: string;
            first_on: Day | null;
            format: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_on: Day | null;
            layout: string | null;
            mapping: components["schemas"]["FoundMapping"] | null;
            progress: {
                done: number;
                total: number;
            };
            refusal: components["schemas"]["ImportRefusal"] | null;
            size: number;
            statements: components["schemas"]["ImportStatement"][];
            status: components["schemas"]["ImportStatus"];
            /** Format: decimal */
            sum: string;
            /** Format: decimal */
            sum_in: string;
            /** Format: decimal */
            sum_out: string;
            undone_at: string | null;
            /** Format: date-time */
            updated_at: string;
            version: number;
            warnings: components["schemas"]["ImportWarning"][];
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
        /** @example {} */
        ImportCommit: {
            /**
             * @description Set the opening balance of each account so that it ends where the statement does
             * @default false
             */
            adjust_opening?: boolean;
        };
        ImportCounts: {
            duplicate: number;
            included: number;
            new: number;
            possible_duplicate: number;
            rejected: number;
            replaces_pending: number;
            total: number;
            transfer: number;
        };
        ImportRefusal: {
            code: string;
            cure: string;
            line?: number;
            message: string;
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
            on: Day | null;
            payee: string;
            pending: boolean;
            proposed: components["schemas"]["Proposal"] | null;
            reason: string;
            reference: string;
            /** @description The parts that the file or a rule makes of the row, unless it gets a category */
            splits: {
                /** Format: decimal */
                amount: string;
                category_id: string | null;
                /** @description The name in the file, where it gave one */
                file_category: string | null;
                member_id: string | null;
                note: string;
            }[];
            state: components["schemas"]["ImportState"];
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
                state: components["schemas"]["ImportState"];
                /** @description Only of this statement */
                statement?: number;
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
        /** @enum {string} */
        ImportState: "new" | "duplicate" | "possible_duplicate" | "transfer" | "replaces_pending" | "rejected";
        ImportStatement: {
            account_hint: {
                currency: string;
                /** @description The file names no currency: it is that of the account, or of the household before one is named */
                currency_assumed: boolean;
                /** @description As the file says it: everyday, savings, credit, loan, investment, cash, shared */
                kind: string | null;
                name: string | null;
                number_masked: string | null;
            };
            account_id: string | null;
            /** @description Null where the statement names no balance or has no account yet, and in lists */
            balance_check: {
                /**
                 * Format: decimal
                 * @description Of the account at the end of that day, with the included rows
                 */
                balance_after_commit: string;
                /**
                 * Format: decimal
                 * @description Statement less account; 0 when both agree
                 */
                difference: string;
                /** Format: date */
                on: Day;
                /** Format: decimal */
                statement_balance: string;
            } | null;
            closing_balance: string | null;
            closing_on: Day | null;
            counts: components["schemas"]["ImportCounts"];
            currency: string | null;
            /** @description The file of an archive that it stands in */
            file_name: string | null;
            first_on: Day | null;
            index: number;
            last_on: Day | null;
            opening_balance: string | null;
            proposed_account_id: string | null;
            /** @description Index of the first statement that is of the same account; its own where there is none */
            same_account_as: number;
            skip: boolean;
            /** Format: decimal */
            sum: string;
            /** Format: decimal */
            sum_in: string;
            /** Format: decimal */
            sum_out: string;
            warnings: {
                code: string;
                message: string;
            }[];
        };
        /** @enum {string} */
        ImportStatus: "reading" | "preview" | "committing" | "committed" | "undone" | "failed";
        ImportSums: {
            counts: components["schemas"]["ImportCounts"];
            currency: string | null;
            first_on: Day | null;
            last_on: Day | null;
            /** Format: decimal */
            sum: string;
            /** Format: decimal */
            sum_in: string;
            /** Format: decimal */
            sum_out: string;
        };
        ImportTemplate: {
            bank: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            layout: string;
            mapping: components["schemas"]["FoundMapping"];
            /** Format: date-time */
            updated_at: string;
            uses: number;
            version: number;
        };
        ImportWarning: {
            code: string;
            line?: number;
            message: string;
        };
        Invitation: {
            accepted_at: string | null;
            accepted_by: string | null;
            available_actions: string[];
            /** Format: date-time */
            created_at: string;
            email: string | null;
            /** Format: date-time */
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
            /** Format: date-time */
            updated_at: string;
            version: number;
        };
        InvitationCard: {
            /** @description Enough to recognise one’s own address by */
            email_hint: string | null;
            /** Format: date-time */
            expires_at: string;
            household_name: string;
            inviter_name: string;
            message: string;
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
        };
        /**
         * @example {
         *       "expires_in_days": 14
         *     }
         */
        InvitationResend: {
            /** @default 7 */
            expires_in_days?: number;
        };
        LegalDocument: {
            /**
             * Format: date
             * @description The day from which it holds
             */
            day: Day;
            document: components["schemas"]["DocumentName"];
            is_current: boolean;
            /** @description Markdown: headings, paragraphs, lists, emphasis and links */
            text: string;
            title: string;
            version: string;
            /** @description All of them, newest first */
            versions: {
                /** Format: date */
                day: Day;
                version: string;
            }[];
        };
        LinkedIdentity: {
            /** Format: date-time */
            created_at: string;
            /** @description The address at the provider when it was linked */
            email: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_used_at: string | null;
            provider: string;
            provider_name: string;
        };
        Login: {
            /**
             * @default web
             * @enum {string}
             */
            client?: "web" | "native";
            device_name?: string;
            email_or_username: string;
            /** @description Six digits of the authenticator app, or a backup code */
            mfa_code?: string;
            password: string;
            /** @default false */
            remember_me?: boolean;
        };
        /**
         * @example {
         *       "challenge_token": "what signing in answered",
         *       "new_password": "three herons over the harbour",
         *       "new_password_confirm": "three herons over the harbour"
         *     }
         */
        LoginNewPassword: {
            challenge_token: string;
            new_password: string;
            new_password_confirm: string;
        };
        /**
         * @example {
         *       "challenge_token": "what signing in answered",
         *       "code": "123456"
         *     }
         */
        LoginSecondStep: {
            challenge_token: string;
            /** @description Six digits of the authenticator app, or a backup code */
            code?: string;
            passkey?: components["schemas"]["PasskeyAssertion"];
        };
        MailChoice: {
            is_off: boolean;
            /**
             * @description Which mails the link turns off
             * @enum {string}
             */
            topic: "household_alerts" | "invitations";
        };
        MailChoiceChange: {
            household_alerts?: boolean;
            invitations?: boolean;
        };
        /**
         * @example {
         *       "email": "mere@example.org"
         *     }
         */
        MailCodeRequest: {
            email: string;
        };
        MailCodeRequested: {
            expires_in: number;
            message: string;
            /**
             * Format: uuid
             * @description Goes back together with the code
             */
            request_id: string;
        };
        MailCodeVerify: {
            /**
             * @default web
             * @enum {string}
             */
            client?: "web" | "native";
            code: string;
            device_name?: string;
            email: string;
            /** @default false */
            remember_me?: boolean;
            /**
             * Format: uuid
             * @description UUID
             */
            request_id: string;
        };
        /**
         * @example {
         *       "events": [
         *         {
         *           "event": "bounce",
         *           "message_id": "<0199f7c2-5d1e-7c3a-9a51-3f0c8f0d2b11@money.example.org>",
         *           "permanent": true,
         *           "status": "5.1.1"
         *         }
         *       ]
         *     }
         */
        MailReport: {
            events: {
                /** @enum {string} */
                event: "bounce" | "complaint";
                /** @description The Message-ID of the mail, with or without its brackets */
                message_id: string;
                /**
                 * @description False where it may work another time
                 * @default true
                 */
                permanent?: boolean;
                /**
                 * @description The status of RFC 3463, such as 5.1.1
                 * @default
                 */
                status?: string;
            }[];
        } | {
            /** @description A report as a mail (RFC 3464 or 5965), as it travelled */
            message: string;
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
         *       "token": "q7Yw2mZ5nT8bK1cV4xL9dF6gH3jS0pRa"
         *     }
         */
        MailWorks: {
            token: string;
        };
        MappingReason: {
            /** @description 0 (a guess) to 1 (certain) */
            confidence: number;
            reason: string;
        };
        Me: {
            /** @description Documents of which there is a newer version than you accepted */
            asked_to_accept: components["schemas"]["AskedDocument"][];
            /** @description Null while the name follows from your names */
            chosen_name: string | null;
            /** @description ISO 3166-1, two letters */
            country: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description You asked to be erased; until then you can cancel it */
            deletion_due_at: string | null;
            /** @description How others are shown you: as chosen, else by your names */
            display_name: string;
            /** @description Empty for a child whose account guardians look after */
            email: string;
            email_verified: boolean;
            first_name: string;
            /** @description Guardians look after this account: it has no address and no password */
            guarded: boolean;
            households: components["schemas"]["HouseholdBrief"][];
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_name: string;
            /** @enum {string} */
            locale: "en-NZ" | "mi-NZ";
            /**
             * @description `undeliverable`: mail came back from your address. `unwanted`: your mail program called ours spam. Either way only what is necessary is still sent
             * @enum {string}
             */
            mail_state: "reached" | "undeliverable" | "unwanted";
            onboarding_completed_at: string | null;
            /** @description E.164. Nobody but you is shown it */
            phone: string | null;
            /** @description The same in groups, to be read by people */
            phone_formatted: string | null;
            /** @description Another one with every picture; it is at users/{id}/photo/ */
            photo: string | null;
            preferences: components["schemas"]["Preferences"];
            profile_completeness: {
                /** @description What is asked for and not said yet */
                missing: ("first_name" | "last_name" | "email" | "phone" | "country" | "photo")[];
                percent: number;
            };
            /**
             * @description How many calls you may make; whoever runs this KinWise gives it
             * @enum {string}
             */
            tier: "standard" | "premium";
            timezone: string;
            username: string | null;
            version: number;
        };
        MeChange: {
            country?: string | null;
            /** @description Null or empty: as your names say */
            display_name?: string | null;
            first_name?: string;
            last_name?: string;
            /** @enum {string} */
            locale?: "en-NZ" | "mi-NZ";
            /** @description Whether the first steps are behind you */
            onboarding_completed?: boolean;
            /** @description In international form, with spaces or without */
            phone?: string | null;
            preferences?: components["schemas"]["PreferencesChange"];
            timezone?: string;
            username?: string;
        };
        Membership: {
            available_actions: string[];
            /** Format: date-time */
            created_at: string;
            display_name: string;
            /** @description Your own, and that of everybody who is active for who manages members */
            email?: string;
            ended_at: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            is_me: boolean;
            is_primary: boolean;
            /** Format: date-time */
            joined_at: string;
            /** @description Another one with every picture; it is at users/{user_id}/photo/ */
            photo: string | null;
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
            /** @enum {string} */
            status: "active" | "cancelled" | "expired";
            /** Format: date-time */
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
            /** Format: date-time */
            created_at: string;
            default_category_id: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_used_on: Day | null;
            name: string;
            transactions_count: number;
            /** Format: date-time */
            updated_at: string;
            version: number;
            /** @enum {string} */
            visibility: "shared" | "private";
        };
        MerchantChange: {
            colour?: string;
            default_category_id?: string | null;
            name?: string;
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
        MonthFlow: {
            /** Format: decimal */
            expense: string;
            /** Format: decimal */
            income: string;
            /** Format: month */
            month: Month;
            /** Format: decimal */
            net: string;
        };
        NetWorth: {
            currency: string;
            /** @description Of the accounts that you see and that are in totals. What private accounts of other members add to the totals of today is not among them, as a sum for each day would tell their single entries: private_others of accounts/summary/ has it */
            points: {
                /** Format: decimal */
                amount: string;
                /** Format: date */
                on: Day;
            }[];
        };
        /**
         * @example {
         *       "document": "privacy",
         *       "version": "2026-11"
         *     }
         */
        NewAcceptance: {
            document: components["schemas"]["DocumentName"];
            version: string;
        };
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
            kind: components["schemas"]["AccountKind"];
            name: string;
            notes?: string;
            number?: string | null;
            /** Format: date */
            opened_on?: Day;
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
            visibility?: "shared" | "private";
        };
        NewAlias: {
            name: string;
        };
        NewCategory: {
            /** @default  */
            colour?: string;
            /** @default  */
            icon?: string;
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
            parent_id?: string | null;
        };
        NewChild: {
            /**
             * @description Only where it is needed: from sixteen on they decide for themselves what their data is used for
             * @default null
             */
            birth_year?: number | null;
            first_name: string;
            /**
             * @description You look after this child and agree to the terms in its name
             * @constant
             */
            guardian_consents: true;
            last_name?: string;
            /**
             * @description What you agree to for the child beyond that; everything else stays off
             * @default []
             */
            purposes?: ("analytics" | "cohort_comparison" | "ai" | "leaderboard" | "marketing")[];
            /**
             * @default child
             * @enum {string}
             */
            role?: "child" | "teen";
            username?: string;
        };
        NewChildLink: {
            device_name?: string;
            /**
             * @description Whether the device is the child’s own
             * @default true
             */
            remember_me?: boolean;
        };
        NewExchangeRate: {
            base: string;
            /** Format: uuid */
            id?: string;
            /** Format: date */
            on: Day;
            quote: string;
            /**
             * @description Units of the quote currency for one unit of the base currency
             * @example 1.6543
             */
            rate: string;
        };
        NewFamilyDevice: {
            /**
             * @default web
             * @enum {string}
             */
            client?: "web" | "native";
            name: string;
        };
        NewHousehold: {
            /** @default NZD */
            currency?: string;
            /** Format: uuid */
            id?: string;
            name: string;
            pay_cycle?: components["schemas"]["NewPayCycle"];
            /** @default Pacific/Auckland */
            time_zone?: string;
            /** @default family */
            type?: components["schemas"]["HouseholdType"];
        };
        NewInvitation: {
            /**
             * Format: email
             * @description Who gets it by mail; without it, whoever has the link
             */
            email?: string;
            /** @default 7 */
            expires_in_days?: number;
            /** Format: uuid */
            id?: string;
            message?: string;
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
        };
        NewMerchant: {
            aliases?: string[];
            /** @default  */
            colour?: string;
            /** @default null */
            default_category_id?: string | null;
            /** Format: uuid */
            id?: string;
            name: string;
            /**
             * @description private: only for the entries of one’s own private accounts, seen by nobody else
             * @default shared
             * @enum {string}
             */
            visibility?: "shared" | "private";
        };
        NewOrganisation: {
            /**
             * @description Of new households under it
             * @default NZD
             */
            currency?: string;
            /**
             * @description MM-DD
             * @default 04-01
             */
            financial_year_start?: string;
            name: string;
            /**
             * @description The budget cycle that new households under it begin with
             * @default monthly
             * @enum {string}
             */
            pay_cycle?: "weekly" | "fortnightly" | "four_weekly" | "twice_monthly" | "monthly" | "quarterly" | "yearly";
        };
        NewPasswordRequired: {
            /** @description For POST auth/login/new-password/ */
            challenge_token: string;
            expires_in: number;
            /** @constant */
            mfa_required: false;
            /** @constant */
            password_change_required: true;
            /**
             * @description Whether it was asked for, or the password is too old
             * @enum {string}
             */
            reason: "required" | "expired";
        };
        NewPayCycle: {
            /**
             * Format: date
             * @description A real pay day; today when absent
             */
            anchor_on?: Day;
            /** @description Length of a custom cycle, and only of that */
            days?: number;
            /** @enum {string} */
            kind: "weekly" | "fortnightly" | "four_weekly" | "twice_monthly" | "monthly" | "quarterly" | "yearly" | "custom";
        };
        NewRule: {
            actions: components["schemas"]["RuleAction"][];
            conditions: components["schemas"]["RuleCondition"][];
            /** Format: uuid */
            id?: string;
            /** @default true */
            is_active?: boolean;
            /**
             * @default all
             * @enum {string}
             */
            match?: "all" | "any";
            name: string;
            /** @description After all others when absent */
            order?: number;
            /** @default false */
            stop?: boolean;
        };
        NewSavedSearch: {
            /** @description Filters of the transactions list as its address in the app holds them */
            filters: {
                [key: string]: string | boolean;
            };
            /** Format: uuid */
            id?: string;
            name: string;
        };
        NewSplit: {
            /**
             * @description Decimal string in the currency’s own decimals
             * @example -45.90
             */
            amount: string;
            /** @default null */
            category_id?: string | null;
            /** Format: uuid */
            id?: string;
            /** @default null */
            member_id?: string | null;
            note?: string;
        };
        NewTag: {
            /** @default  */
            colour?: string;
            /** Format: uuid */
            id?: string;
            name: string;
        };
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
            booked_on?: Day | null;
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
            occurred_on?: Day;
            payee?: string;
            payer_id?: string | null;
            reference?: string;
            /**
             * @default manual
             * @enum {string}
             */
            source?: "manual" | "voice" | "receipt";
            splits?: components["schemas"]["NewSplit"][];
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
         *       "List-Unsubscribe": "One-Click"
         *     }
         */
        OneClick: {
            /** @constant */
            "List-Unsubscribe": "One-Click";
        };
        Organisation: {
            asked_at: string | null;
            /** @description What its owner has asked for, until it is answered */
            asked_tier: ("small" | "medium" | "large") | null;
            available_actions: string[];
            /** @description How many households it has room for */
            capacity: number;
            /** Format: date-time */
            created_at: string;
            currency: string;
            financial_year_start: string;
            households_count: number;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            is_owner: boolean;
            name: string;
            /**
             * Format: uuid
             * @description UUID
             */
            owner_id: string;
            pay_cycle: string;
            /**
             * @description Set by the people who run this KinWise
             * @enum {string}
             */
            tier: "small" | "medium" | "large";
            version: number;
        };
        /**
         * @example {
         *       "shares": "totals"
         *     }
         */
        OrganisationAccept: {
            /**
             * Format: uuid
             * @description Which of your households joins; where a household is invited
             */
            household_id?: string;
            /**
             * @description totals: net worth, and money in and out of the month; categories: the month by category as well
             * @default totals
             * @enum {string}
             */
            shares?: "nothing" | "totals" | "categories";
        };
        OrganisationAccepted: {
            household_id: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            organisation_id: string;
        };
        OrganisationAdministrator: {
            email: string;
            is_owner: boolean;
            /** Format: date-time */
            joined_at: string;
            name: string;
            /**
             * Format: uuid
             * @description UUID
             */
            user_id: string;
        };
        /**
         * @example {
         *       "tier": "medium"
         *     }
         */
        OrganisationAskedTier: {
            /**
             * @description The one it has takes the wish back
             * @enum {string}
             */
            tier: "small" | "medium" | "large";
        };
        OrganisationChange: {
            /** @description Of new households under it */
            currency?: string;
            /** @description MM-DD */
            financial_year_start?: string;
            name?: string;
            /**
             * @description The budget cycle that new households under it begin with
             * @enum {string}
             */
            pay_cycle?: "weekly" | "fortnightly" | "four_weekly" | "twice_monthly" | "monthly" | "quarterly" | "yearly";
        };
        /**
         * @example {
         *       "user_id": "01890a5d-ac96-774b-bcce-b302099a8057"
         *     }
         */
        OrganisationHandOver: {
            /**
             * Format: uuid
             * @description Another administrator
             */
            user_id: string;
        };
        OrganisationHousehold: {
            /** @description Null where the household shares no categories */
            categories: {
                /** Format: decimal */
                expense: string;
                /** Format: decimal */
                income: string;
                name: string;
            }[] | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** Format: date-time */
            joined_at: string;
            name: string;
            /** @enum {string} */
            shares: "nothing" | "totals" | "categories";
            /** @description Null where the household shares nothing */
            totals: {
                currency: string;
                /** Format: decimal */
                expense: string;
                /** Format: decimal */
                income: string;
                members: number;
                /** Format: month */
                month: Month;
                /** Format: decimal */
                net_worth: string;
            } | null;
        };
        OrganisationInvitation: {
            /** Format: date-time */
            created_at: string;
            email: string;
            /** Format: date-time */
            expires_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            inviter_name: string;
            /** @enum {string} */
            kind: "administrator" | "household";
        };
        OrganisationInvited: {
            email: string;
            /** Format: date-time */
            expires_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @enum {string} */
            kind: "administrator" | "household";
            /** @description Shown in this answer alone */
            link: string;
        };
        /**
         * @example {
         *       "kind": "household",
         *       "email": "hana@example.org"
         *     }
         */
        OrganisationInviting: {
            /** Format: email */
            email: string;
            /** @default 14 */
            expires_in_days?: number;
            /** @enum {string} */
            kind: "administrator" | "household";
        };
        OrganisationNewHousehold: {
            name: string;
            /**
             * @description totals: net worth, and money in and out of the month; categories: the month by category as well
             * @default totals
             * @enum {string}
             */
            shares?: "nothing" | "totals" | "categories";
            /** @default Pacific/Auckland */
            time_zone?: string;
        };
        OrganisationOfHousehold: {
            /** @description Null where the household belongs to none */
            organisation: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                /** Format: date-time */
                joined_at: string;
                name: string;
                /** @enum {string} */
                shares: "nothing" | "totals" | "categories";
            } | null;
        };
        /**
         * @example {
         *       "shares": "categories"
         *     }
         */
        OrganisationSharing: {
            /**
             * @description totals: net worth, and money in and out of the month; categories: the month by category as well
             * @enum {string}
             */
            shares: "nothing" | "totals" | "categories";
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
            my_role?: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
        };
        PageMeta: {
            filters: {
                [key: string]: unknown;
            };
            next_cursor: string | null;
            page_size: number;
            previous_cursor: string | null;
            sort: string;
        };
        Passkey: {
            /** Format: date-time */
            created_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @description Whether it travels between its owner’s devices */
            is_synced: boolean;
            last_used_at: string | null;
            name: string;
        };
        PasskeyAssertion: {
            id: string;
            rawId: string;
            response: {
                authenticatorData: string;
                clientDataJSON: string;
                signature: string;
                userHandle?: string;
            };
            /** @constant */
            type: "public-key";
        };
        PasskeyCreation: {
            id: string;
            rawId: string;
            response: {
                attestationObject: string;
                clientDataJSON: string;
                transports?: string[];
            };
            /** @constant */
            type: "public-key";
        };
        PasskeyLogin: {
            /**
             * @default web
             * @enum {string}
             */
            client?: "web" | "native";
            device_name?: string;
            /** @default false */
            remember_me?: boolean;
            response: components["schemas"]["PasskeyAssertion"];
        };
        /** @example {} */
        PasskeyLoginOptions: {
            challenge_token?: string;
        };
        PasskeyName: {
            name: string;
        };
        PasskeyOptions: {
            challenge: string;
        } & {
            [key: string]: unknown;
        };
        PasskeyRegistered: {
            /** @description With the first factor, and never again; else empty */
            backup_codes: string[];
            passkey: components["schemas"]["Passkey"];
        };
        PasskeyRegistration: {
            name?: string;
            response: components["schemas"]["PasskeyCreation"];
        };
        /**
         * @example {
         *       "password": "three herons over the harbour",
         *       "code": "123456"
         *     }
         * @example {
         *       "password": "three herons over the harbour",
         *       "passkey": {
         *         "id": "AQID",
         *         "rawId": "AQID",
         *         "type": "public-key",
         *         "response": {
         *           "clientDataJSON": "e30",
         *           "authenticatorData": "AQID",
         *           "signature": "AQID"
         *         }
         *       }
         *     }
         */
        PasswordAndFactor: {
            /** @description Six digits of the authenticator app, or a backup code */
            code?: string;
            passkey?: components["schemas"]["PasskeyAssertion"];
            password?: string;
        };
        /**
         * @example {
         *       "old_password": "the old one",
         *       "new_password": "three herons over the harbour",
         *       "new_password_confirm": "three herons over the harbour"
         *     }
         */
        PasswordChange: {
            /**
             * @description Whether API keys end as well
             * @default false
             */
            end_api_keys?: boolean;
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
        PasswordStrength: {
            acceptable: boolean;
            problems: {
                code: string;
                message: string;
            }[];
            score: number;
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
        PayCycle: {
            /** Format: date */
            anchor_on: Day;
            /** @description Length of a custom cycle, and only of that */
            days?: number;
            /** @enum {string} */
            kind: "weekly" | "fortnightly" | "four_weekly" | "twice_monthly" | "monthly" | "quarterly" | "yearly" | "custom";
        };
        Payee: {
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_used_on: Day | null;
            merchant_id: string | null;
            name: string;
            transactions_count: number;
            /** @enum {string} */
            visibility: "shared" | "private";
        };
        PendingEmailChange: {
            /**
             * Format: date-time
             * @description Until then the link in the mail to the new address can be used
             */
            expires_at: string;
            new_email: string;
            /** Format: date-time */
            requested_at: string;
        };
        PendingTotals: {
            count: number;
            /** Format: decimal */
            expense: string;
            /** Format: decimal */
            income: string;
        };
        Permissions: {
            available_actions: string[];
            capabilities: ("household.view" | "household.edit" | "household.delete" | "household.transfer" | "billing.manage" | "members.invite" | "members.manage" | "accounts.view" | "accounts.manage" | "transactions.view" | "transactions.create" | "transactions.edit" | "categories.manage" | "rules.manage" | "budgets.view" | "budgets.manage" | "plan.view" | "plan.redistribute" | "goals.view" | "goals.manage" | "goals.contribute" | "bills.view" | "bills.manage" | "bills.pay" | "settlements.view" | "settlements.settle" | "reports.view" | "insights.view" | "data.import" | "data.export" | "rewards.view" | "challenges.join" | "lessons.view" | "rewards.grant" | "allowances.manage" | "approvals.decide" | "audit.view" | "staff_access.manage" | "organisation.manage")[];
            /** @enum {string} */
            role: "admin" | "parent" | "teen" | "child" | "flatmate" | "observer";
        };
        Place: {
            city: string | null;
            country: string | null;
            country_code: string | null;
        };
        Preferences: {
            /**
             * @default comfortable
             * @enum {string}
             */
            density: "comfortable" | "compact";
            /**
             * @description Minutes without its person until a session of a browser is idle; `never` counts where it is remembered
             * @default 15
             * @enum {string}
             */
            idle_timeout: "5" | "15" | "30" | "60" | "never";
            /**
             * @default en-NZ
             * @enum {string}
             */
            language: "en-NZ" | "mi-NZ";
            /**
             * @default {
             *       "household_alerts": true,
             *       "invitations": true
             *     }
             */
            mail: {
                /**
                 * @description That a member tries what their role does not allow
                 * @default true
                 */
                household_alerts: boolean;
                /**
                 * @description That somebody invites you to a household
                 * @default true
                 */
                invitations: boolean;
            };
            /**
             * @description By the clock of your time zone: mails that can wait leave when they are over
             * @default null
             */
            quiet_hours: components["schemas"]["QuietHours"] | null;
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
            /**
             * @description Minutes without its person until a session of a browser is idle; `never` counts where it is remembered
             * @enum {string}
             */
            idle_timeout?: "5" | "15" | "30" | "60" | "never";
            /** @enum {string} */
            language?: "en-NZ" | "mi-NZ";
            mail?: components["schemas"]["MailChoiceChange"];
            /** @description Null: none */
            quiet_hours?: components["schemas"]["QuietHours"] | null;
            /** @enum {string} */
            theme?: "system" | "light" | "dark";
        };
        Presence: {
            /** @description Whether the device has said that it locks the app by itself */
            app_lock: boolean;
            /** @description Null where the call belongs to no session */
            device: components["schemas"]["Session"] | null;
            /** @description What the session has seen of its owner */
            factors: string[];
            /** @description How long after that a ping still brings it back; counts down meanwhile */
            grace_seconds: number | null;
            /** @description Until the session is idle; 0 in the grace */
            remaining_seconds: number | null;
            /** @description How long the session may go without its person; null: for ever */
            timeout_seconds: number | null;
        };
        PrivacyInformation: {
            /** @description Who answers questions: an e-mail address or an https address */
            contact: string | null;
            documents: {
                /**
                 * Format: date
                 * @description The day from which it holds
                 */
                day: Day;
                document: components["schemas"]["DocumentName"];
                title: string;
                version: string;
            }[];
            kept: {
                until: string;
                what: string;
                why: string;
            }[];
            /** @description Who runs this installation */
            operator: string;
        };
        Problem: {
            /** @description The object as it is now, where a write was stale */
            current?: unknown;
            detail: string;
            /** @description In development alone */
            dev_details?: {
                name: string;
                stack: string;
            };
            error_code: components["schemas"]["ProblemCode"];
            error_id: string;
            errors: components["schemas"]["FieldProblem"][];
            instance: string;
            status: number;
            /** @description When it was refused, in UTC */
            timestamp: string;
            title: string;
            type: string;
            /** @description In the words of the reader */
            user_message: string;
        };
        /** @enum {string} */
        ProblemCode: "AUTH_1001" | "AUTH_1002" | "AUTH_1003" | "AUTH_1004" | "AUTH_1005" | "AUTH_1006" | "AUTH_1007" | "AUTH_1008" | "AUTH_1009" | "AUTH_1010" | "AUTH_1011" | "AUTH_1020" | "AUTH_1021" | "AUTH_1022" | "AUTH_1023" | "AUTH_1024" | "AUTH_1025" | "AUTH_1026" | "AUTH_1027" | "AUTH_1028" | "AUTH_1030" | "AUTH_1031" | "AUTH_1040" | "AUTH_1041" | "AUTH_1042" | "AUTH_1043" | "AUTH_1050" | "AUTH_1051" | "AUTH_1052" | "AUTH_1053" | "AUTH_1054" | "AUTH_1060" | "AUTH_1061" | "AUTH_1062" | "AUTH_1063" | "VALIDATION_2001" | "VALIDATION_2002" | "VALIDATION_2003" | "VALIDATION_2004" | "VALIDATION_2005" | "VALIDATION_2006" | "VALIDATION_2007" | "RESOURCE_3001" | "RESOURCE_3002" | "RESOURCE_3003" | "RESOURCE_3004" | "RESOURCE_3005" | "RESOURCE_3010" | "BUSINESS_4001" | "BUSINESS_4002" | "BUSINESS_4003" | "BUSINESS_4004" | "BUSINESS_4005" | "BUSINESS_4006" | "BUSINESS_4007" | "BUSINESS_4008" | "BUSINESS_4009" | "BUSINESS_4010" | "BUSINESS_4011" | "DATABASE_5001" | "DATABASE_5002" | "RATE_LIMIT_6001" | "EXTERNAL_7001" | "EXTERNAL_7002" | "INTERNAL_9001";
        Proposal: {
            /**
             * Format: uuid
             * @description UUID
             */
            category_id: string;
            /** @description 0 to 1 */
            confidence: number;
            reason: string;
        };
        ProviderAnswer: components["schemas"]["SignInAnswer"] | components["schemas"]["RegistrationRequired"];
        ProviderCallback: {
            code?: string;
            device_name?: string;
            error?: string;
            iss?: string;
            /** @default false */
            remember_me?: boolean;
            state: string;
        };
        ProviderRegistration: {
            device_name?: string;
            first_name: string;
            invitation_token?: string;
            last_name?: string;
            /**
             * @default en-NZ
             * @enum {string}
             */
            locale?: "en-NZ" | "mi-NZ";
            /** @constant */
            privacy_policy_accepted: true;
            registration_token: string;
            /** @default false */
            remember_me?: boolean;
            /** @constant */
            terms_accepted: true;
            /** @default Pacific/Auckland */
            timezone?: string;
        };
        ProviderStart: {
            /** @description Where to send the browser that asked */
            authorization_url: string;
            expires_in: number;
        };
        /** @enum {string} */
        Purpose: "analytics" | "cohort_comparison" | "ai" | "leaderboard" | "marketing";
        /**
         * @example {
         *       "from": "22:00",
         *       "until": "07:00"
         *     }
         */
        QuietHours: {
            from: string;
            until: string;
        };
        Reconciled: {
            adjustment_id: string | null;
            /** Format: decimal */
            balance: string;
            /** Format: decimal */
            difference: string;
            reconciled: boolean;
        };
        Reconciliation: {
            /**
             * @description Bring the account in line with an entry of the difference
             * @default false
             */
            adjust?: boolean;
            /**
             * Format: date
             * @description Today when absent
             */
            as_of?: Day;
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
            /**
             * @description The session suddenly looks different: everything but POST auth/step-up/ waits for it
             * @constant
             */
            step_up_required?: true;
            /** @constant */
            token_type: "Bearer";
        };
        Registration: {
            email: string;
            first_name: string;
            invitation_token?: string;
            last_name?: string;
            /**
             * @default en-NZ
             * @enum {string}
             */
            locale?: "en-NZ" | "mi-NZ";
            password: string;
            password_confirm: string;
            /** @constant */
            privacy_policy_accepted: true;
            /** @constant */
            terms_accepted: true;
            /** @default Pacific/Auckland */
            timezone?: string;
            username?: string;
        };
        RegistrationRequired: {
            email: string;
            expires_in: number;
            first_name: string;
            last_name: string;
            /** @constant */
            registration_required: true;
            /** @description For POST auth/oidc/{provider}/register/ */
            registration_token: string;
        };
        /**
         * @example {
         *       "email": "mere@example.org"
         *     }
         */
        Resend: {
            email: string;
            /** @description The link leads on to this invitation */
            invitation_token?: string;
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
        Rule: {
            actions: components["schemas"]["RuleAction"][];
            available_actions: string[];
            conditions: components["schemas"]["RuleCondition"][];
            /** Format: date-time */
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
            /** Format: date-time */
            updated_at: string;
            version: number;
        };
        RuleAction: {
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
            dry_run?: boolean;
            /**
             * @description Whether entries that have a category already are given the rule’s; without, only the others
             * @default true
             */
            overwrite?: boolean;
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
        RuleBody: {
            actions: components["schemas"]["RuleAction"][];
            conditions: components["schemas"]["RuleCondition"][];
            /**
             * @default all
             * @enum {string}
             */
            match?: "all" | "any";
            name?: string;
        };
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
                /** Format: decimal */
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
        RuleTest: {
            /**
             * @description How many entries to show
             * @default 20
             */
            limit?: number;
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
        SavedSearch: {
            /** Format: date-time */
            created_at: string;
            filters: {
                [key: string]: string | boolean;
            };
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            name: string;
            /** Format: date-time */
            updated_at: string;
            version: number;
        };
        SavedSearchChange: {
            /** @description Filters of the transactions list as its address in the app holds them */
            filters?: {
                [key: string]: string | boolean;
            };
            name?: string;
        };
        SecondFactors: {
            backup_codes_left: number;
            /** @description Whether signing in with the password asks for a second step */
            enabled: boolean;
            factors: ("totp" | "passkey" | "backup_code")[];
            passkeys: number;
            totp: {
                enabled: boolean;
                since: string | null;
            };
        };
        SecondStepRequired: {
            /** @description For POST auth/login/mfa/ */
            challenge_token: string;
            expires_in: number;
            factors: ("totp" | "passkey" | "backup_code")[];
            /** @constant */
            mfa_required: true;
        };
        SecurityEntry: {
            /** @description Such as login.succeeded, login.failed, password.changed, alert.new_device */
            action: string;
            /** @description The API key that a program called by, as it was named then */
            api_key: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            at: string;
            details: {
                [key: string]: unknown;
            };
            /** @description What the browser says of itself, such as Firefox on Linux */
            device: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            ip: string | null;
            /** @enum {string} */
            kind: "event" | "alert";
            /** @description By the address, where the installation has a list of places */
            place: components["schemas"]["Place"] | null;
            /** @description Of what staff did */
            reason: string | null;
            /** @enum {string} */
            risk: "low" | "medium" | "high" | "critical";
            success: boolean;
            this_session: boolean;
        };
        SecurityStatus: {
            email_verified: boolean;
            /** @description Sign-ins that failed in the last 30 days */
            failures: number;
            /** @description The last five, newest first */
            last_sign_ins: components["schemas"]["SecurityEntry"][];
            password_age_days: number | null;
            /** @description It stands in a list of stolen passwords, as was found out later */
            password_breached: boolean;
            password_changed_at: string | null;
            /** @description Alerts and risky entries of the last 30 days */
            recent_risks: components["schemas"]["SecurityEntry"][];
            sessions: number;
        };
        Session: {
            browser: string;
            /** Format: date-time */
            created_at: string;
            current: boolean;
            device_name: string;
            /** @enum {string} */
            device_type: "computer" | "phone" | "tablet" | "other";
            /** Format: date-time */
            expires_at: string;
            /** @description The same for the same browser on the same system, whatever their versions; made of what it says of itself */
            fingerprint: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            ip: string | null;
            /** Format: date-time */
            last_seen_at: string;
            os: string;
            /** @description By the address, where the installation has a list of places */
            place: components["schemas"]["Place"] | null;
        };
        SessionRenaming: {
            device_name: string;
        };
        /**
         * @example {
         *       "end_api_keys": false
         *     }
         */
        SessionsTermination: {
            /**
             * @description Whether API keys end as well
             * @default false
             */
            end_api_keys?: boolean;
        };
        SignedIn: {
            access_token: string;
            csrf_token: string;
            expires_in: number;
            /** @constant */
            mfa_required: false;
            /** @constant */
            password_change_required: false;
            /** @description Native clients only; browsers get a cookie */
            refresh_token?: string;
            /** @constant */
            token_type: "Bearer";
            user: components["schemas"]["Me"];
        };
        SignInAnswer: components["schemas"]["SignedIn"] | components["schemas"]["SecondStepRequired"] | components["schemas"]["NewPasswordRequired"];
        SignInFigures: {
            /** @description The newest hundred */
            alerts: {
                action: string;
                /** Format: date-time */
                at: string;
                details: {
                    [key: string]: unknown;
                };
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                risk: string;
                user: {
                    /**
                     * Format: uuid
                     * @description UUID
                     */
                    id: string;
                    name: string;
                } | null;
            }[];
            /** @description Where most failures came from */
            networks: {
                /** @description At how many accounts that there are */
                accounts: number;
                failures: number;
                /** Format: date-time */
                last_at: string;
                /** @description An address of IPv4, /64 of IPv6 */
                network: string;
            }[];
            results: {
                /**
                 * Format: date-time
                 * @description Where the day or hour begins
                 */
                at: string;
                /** @description Not looked at, because the name was locked */
                locked: number;
                locks: number;
                new_devices: number;
                succeeded: number;
                /** @description Of those that succeeded */
                with_passkey: number;
                /** @description Of those that succeeded: with a code, a backup code or a passkey */
                with_second_factor: number;
                /** @description A wrong code, or a passkey that does not fit */
                wrong_factor: number;
                wrong_mail_code: number;
                wrong_password: number;
            }[];
            totals: {
                /** @description Not looked at, because the name was locked */
                locked: number;
                locks: number;
                new_devices: number;
                succeeded: number;
                /** @description Of those that succeeded */
                with_passkey: number;
                /** @description Of those that succeeded: with a code, a backup code or a passkey */
                with_second_factor: number;
                /** @description A wrong code, or a passkey that does not fit */
                wrong_factor: number;
                wrong_mail_code: number;
                wrong_password: number;
            };
        };
        SignInProvider: {
            id: string;
            name: string;
        };
        StaffAccess: {
            ended_at: string | null;
            ended_by: ("staff" | "household" | "time") | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            is_open: boolean;
            last_read_at: string | null;
            /** Format: date-time */
            opened_at: string;
            /** @description How many pages they opened */
            reads: number;
            reason: string;
            staff: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                name: string;
                role: string;
            };
            ticket: string;
            /** Format: date-time */
            until_at: string;
        };
        StaffAccessOpening: {
            /** @default 30 */
            minutes?: number;
            /** @description Why; the household reads it */
            reason: string;
            /** @description Where it was asked for */
            ticket?: string;
        };
        StaffAccount: {
            /** Format: date-time */
            created_at: string;
            email: string;
            first_name: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_login_at: string | null;
            last_name: string;
            staff_role: ("viewer" | "editor" | "manager" | "superadmin") | null;
            /**
             * @description guarded: guardians look after it, and it has no address; leaving: they asked to be erased
             * @enum {string}
             */
            state: "active" | "guarded" | "unverified" | "locked" | "leaving";
            username: string | null;
        };
        StaffAccountPage: {
            api_keys: number;
            /** Format: date-time */
            created_at: string;
            deletion_due_at: string | null;
            email: string;
            email_verified_at: string | null;
            factors: ("totp" | "passkey" | "backup_code")[];
            first_name: string;
            households: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                name: string;
                role: string;
            }[];
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            last_login_at: string | null;
            last_name: string;
            /** @description By staff; until staff unlocks it */
            locked_at: string | null;
            sessions: number;
            /** @description After wrong passwords or codes; ends by itself */
            sign_in_locked_until: string | null;
            staff_role: ("viewer" | "editor" | "manager" | "superadmin") | null;
            /**
             * @description guarded: guardians look after it, and it has no address; leaving: they asked to be erased
             * @enum {string}
             */
            state: "active" | "guarded" | "unverified" | "locked" | "leaving";
            /**
             * @description premium: more calls a minute
             * @enum {string}
             */
            tier: "standard" | "premium";
            username: string | null;
        };
        StaffAct: {
            /** @description Such as account.locked, role.given, access.opened */
            action: string;
            /** Format: date-time */
            at: string;
            details: {
                [key: string]: unknown;
            };
            household: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                name: string;
            } | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            ip: string | null;
            reason: string;
            /** @description Null: by the command line of the server */
            staff: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                name: string;
            } | null;
            staff_role: string | null;
            ticket: string;
            user: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                name: string;
            } | null;
        };
        StaffAuditEntry: {
            action: string;
            /** @description Of a security entry: whose account it is about */
            actor: {
                id: string | null;
                kind: string;
                name: string | null;
            };
            /** Format: date-time */
            at: string;
            /** @description How many things it tells of */
            count: number;
            entity: string;
            entity_id: string | null;
            household: {
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                name: string;
            } | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            ip: string | null;
            request_id: string | null;
            /** @enum {string} */
            risk: "low" | "medium" | "high" | "critical";
            /**
             * @description In a household, or around signing in and the account itself
             * @enum {string}
             */
            source: "household" | "security";
            success: boolean;
        };
        StaffHousehold: {
            /** Format: date-time */
            created_at: string;
            currency: string;
            deleted_at: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            members_count: number;
            name: string;
            type: string;
        };
        StaffHouseholdPage: {
            /** Format: date-time */
            created_at: string;
            currency: string;
            deleted_at: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            members: {
                name: string;
                role: string;
                /**
                 * Format: uuid
                 * @description UUID
                 */
                user_id: string;
            }[];
            members_count: number;
            name: string;
            type: string;
        };
        StaffMember: {
            email: string;
            /** @description Without a second factor the role opens nothing */
            has_factor: boolean;
            is_me: boolean;
            name: string;
            /** @enum {string} */
            role: "viewer" | "editor" | "manager" | "superadmin";
            /** Format: date-time */
            since: string;
            /**
             * Format: uuid
             * @description UUID
             */
            user_id: string;
        };
        StaffOrganisation: {
            asked_at: string | null;
            /** @description What its owner asks for */
            asked_tier: ("small" | "medium" | "large") | null;
            capacity: number;
            /** Format: date-time */
            created_at: string;
            /** @description More than the capacity after a lowering; no more join then */
            households_count: number;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            name: string;
            owner: {
                email: string;
                /**
                 * Format: uuid
                 * @description UUID
                 */
                id: string;
                name: string;
            };
            /** @enum {string} */
            tier: "small" | "medium" | "large";
            version: number;
        };
        StaffOrganisationTier: {
            /** @description Why; whom it concerns reads it */
            reason: string;
            /** @enum {string} */
            tier: "small" | "medium" | "large";
        };
        StaffReason: {
            /** @description Why; whom it concerns reads it */
            reason: string;
        };
        StaffRoleGiving: {
            /** @description Why; whom it concerns reads it */
            reason: string;
            /** @enum {string} */
            role: "viewer" | "editor" | "manager" | "superadmin";
            /**
             * Format: uuid
             * @description UUID
             */
            user_id: string;
        };
        StaffTier: {
            /** @description Why; whom it concerns reads it */
            reason: string;
            /** @enum {string} */
            tier: "standard" | "premium";
        };
        /**
         * @example {
         *       "password": "three herons over the harbour"
         *     }
         */
        StepUp: {
            /** @description Six digits of the authenticator app, or a backup code */
            code?: string;
            passkey?: components["schemas"]["PasskeyAssertion"];
            password?: string;
        };
        StepUpConfirmed: {
            access_token: string;
            /** Format: date-time */
            confirmed_until: string;
            expires_in: number;
            /** @constant */
            token_type: "Bearer";
        };
        StepUpStanding: {
            /** @description Whether this session may do what is dangerous at this moment */
            confirmed: boolean;
            confirmed_until: string | null;
            /** @description How the user can confirm */
            methods: ("password" | "totp" | "passkey" | "backup_code")[];
        };
        SuggestedTransfer: {
            from: components["schemas"]["Transaction"];
            reason: string;
            /** @description 0 to 1 */
            score: number;
            to: components["schemas"]["Transaction"];
        };
        Sync: {
            changes: components["schemas"]["SyncChange"][];
            has_more: boolean;
            next_cursor: string;
            /** Format: date-time */
            server_time: string;
        };
        SyncChange: ({
            /** @constant */
            entity: "membership";
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @constant */
            op: "put";
            row: components["schemas"]["Membership"];
            version: number;
        } | {
            /** @constant */
            entity: "household";
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @constant */
            op: "put";
            row: components["schemas"]["Household"];
            version: number;
        } | {
            /** @constant */
            entity: "invitation";
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @constant */
            op: "put";
            row: components["schemas"]["Invitation"];
            version: number;
        } | {
            /** @constant */
            entity: "category";
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @constant */
            op: "put";
            row: components["schemas"]["Category"];
            version: number;
        } | {
            /** @constant */
            entity: "merchant";
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @constant */
            op: "put";
            row: components["schemas"]["Merchant"];
            version: number;
        } | {
            /** @constant */
            entity: "exchange_rate";
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @constant */
            op: "put";
            row: components["schemas"]["ExchangeRate"];
            version: number;
        } | {
            /** @constant */
            entity: "tag";
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @constant */
            op: "put";
            row: components["schemas"]["Tag"];
            version: number;
        } | {
            /** @constant */
            entity: "account";
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @constant */
            op: "put";
            row: components["schemas"]["Account"];
            version: number;
        } | {
            /** @constant */
            entity: "transaction";
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @constant */
            op: "put";
            row: components["schemas"]["Transaction"];
            version: number;
        } | {
            /** @constant */
            entity: "saved_search";
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @constant */
            op: "put";
            row: components["schemas"]["SavedSearch"];
            version: number;
        } | {
            /** @constant */
            entity: "rule";
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @constant */
            op: "put";
            row: components["schemas"]["Rule"];
            version: number;
        }) | {
            /** @enum {string} */
            entity: "membership" | "household" | "invitation" | "category" | "merchant" | "exchange_rate" | "tag" | "account" | "transaction" | "saved_search" | "rule";
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            /** @constant */
            op: "delete";
        };
        Tag: {
            available_actions: string[];
            colour: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            name: string;
            transactions_count: number;
            /** Format: date-time */
            updated_at: string;
            version: number;
        };
        TagChange: {
            colour?: string;
            name?: string;
        };
        /**
         * @example {
         *       "token": "an access token"
         *     }
         */
        TokenToVerify: {
            token: string;
        };
        Transaction: {
            /**
             * Format: uuid
             * @description UUID
             */
            account_id: string;
            /**
             * Format: decimal
             * @description Signed: money out is negative
             */
            amount: string;
            author_id: string | null;
            available_actions?: string[];
            beneficiary_id: string | null;
            booked_on: Day | null;
            category_id: string | null;
            /** Format: date-time */
            created_at: string;
            currency: string;
            deleted_at: string | null;
            /**
             * Format: decimal
             * @description In the household’s currency, by the rate frozen on the entry
             */
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
            /** Format: date */
            occurred_on: Day;
            payee: string;
            payer_id: string | null;
            proposed: components["schemas"]["Proposal"] | null;
            rate: string | null;
            reference: string;
            /** @enum {string} */
            source: "manual" | "import" | "voice" | "receipt" | "feed" | "system";
            splits: components["schemas"]["TransactionSplit"][];
            /** @enum {string} */
            status: "pending" | "completed" | "failed" | "cancelled";
            tags: string[];
            transfer_account_id: string | null;
            transfer_id: string | null;
            /** @enum {string} */
            type: "income" | "expense" | "transfer";
            /** Format: date-time */
            updated_at: string;
            version: number;
        };
        TransactionBulk: {
            operations: components["schemas"]["TransactionOperation"][];
        };
        TransactionBulkResult: {
            index: number;
            problem?: {
                detail: string;
                error_code: string;
            };
            status: number;
            transaction?: components["schemas"]["Transaction"];
        };
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
            booked_on?: Day | null;
            category_id?: string | null;
            memo?: string;
            needs_review?: boolean;
            notes?: string;
            /** Format: date */
            occurred_on?: Day;
            payee?: string;
            payer_id?: string | null;
            reference?: string;
            splits?: components["schemas"]["NewSplit"][];
            /** @enum {string} */
            status?: "pending" | "completed" | "failed" | "cancelled";
            tags?: string[];
            /** @enum {string} */
            type?: "income" | "expense" | "transfer";
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
        TransactionOperation: {
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
        };
        TransactionSplit: {
            /** Format: decimal */
            amount: string;
            category_id: string | null;
            /**
             * Format: uuid
             * @description UUID
             */
            id: string;
            member_id: string | null;
            note: string;
        };
        TransactionSplits: {
            splits: components["schemas"]["NewSplit"][];
        };
        /**
         * @example {
         *       "add": [],
         *       "remove": []
         *     }
         */
        TransactionTags: {
            /** @default [] */
            add?: string[];
            /** @default [] */
            remove?: string[];
        };
        TransactionTotals: {
            /** @description Everything that the filters find, booked or not */
            count: number;
            /** @description The household’s */
            currency: string;
            /**
             * Format: decimal
             * @description As income
             */
            expense: string;
            /**
             * Format: decimal
             * @description Of what is booked alone, as in the figures of the month; transfers are neither. With a filter by category, of split entries only the parts that are in it
             */
            income: string;
            /** @description What waits to be booked, apart. What failed or was cancelled is in no sum */
            pending: components["schemas"]["PendingTotals"];
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
        /** @example {} */
        TurnMailOff: Record<string, never>;
        /**
         * @example {
         *       "token": "the token of the link"
         *     }
         */
        Unlock: {
            token: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Acceptance = components['schemas']['Acceptance'];
export type Account = components['schemas']['Account'];
export type AccountChange = components['schemas']['AccountChange'];
export type AccountClosing = components['schemas']['AccountClosing'];
export type AccountDeletion = components['schemas']['AccountDeletion'];
export type AccountKind = components['schemas']['AccountKind'];
export type AccountsSummary = components['schemas']['AccountsSummary'];
export type AccountVisibility = components['schemas']['AccountVisibility'];
export type ApiKey = components['schemas']['ApiKey'];
export type ApiKeyChange = components['schemas']['ApiKeyChange'];
export type ApiKeyExtension = components['schemas']['ApiKeyExtension'];
export type ApiKeyMade = components['schemas']['ApiKeyMade'];
export type ApiKeyMaking = components['schemas']['ApiKeyMaking'];
export type ApiKeyRenewal = components['schemas']['ApiKeyRenewal'];
export type ApiKeys = components['schemas']['ApiKeys'];
export type ApiKeyScope = components['schemas']['ApiKeyScope'];
export type AppLock = components['schemas']['AppLock'];
export type AskedDocument = components['schemas']['AskedDocument'];
export type AuditChange = components['schemas']['AuditChange'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type AuditValue = components['schemas']['AuditValue'];
export type AuthenticatorCode = components['schemas']['AuthenticatorCode'];
export type AuthenticatorSetup = components['schemas']['AuthenticatorSetup'];
export type BackupCodes = components['schemas']['BackupCodes'];
export type BalanceHistory = components['schemas']['BalanceHistory'];
export type CashFlow = components['schemas']['CashFlow'];
export type Categorisation = components['schemas']['Categorisation'];
export type Categorised = components['schemas']['Categorised'];
export type Category = components['schemas']['Category'];
export type CategoryBreakdown = components['schemas']['CategoryBreakdown'];
export type CategoryChange = components['schemas']['CategoryChange'];
export type CategoryMerge = components['schemas']['CategoryMerge'];
export type CategoryOrder = components['schemas']['CategoryOrder'];
export type CategoryUsage = components['schemas']['CategoryUsage'];
export type Child = components['schemas']['Child'];
export type ChildChange = components['schemas']['ChildChange'];
export type ChildLink = components['schemas']['ChildLink'];
export type ChildLinkCard = components['schemas']['ChildLinkCard'];
export type ChildLinkLook = components['schemas']['ChildLinkLook'];
export type ChildLinkOpening = components['schemas']['ChildLinkOpening'];
export type ChildPin = components['schemas']['ChildPin'];
export type ChildPinSignIn = components['schemas']['ChildPinSignIn'];
export type ColumnRole = components['schemas']['ColumnRole'];
export type Consent = components['schemas']['Consent'];
export type ConsentChange = components['schemas']['ConsentChange'];
export type Consents = components['schemas']['Consents'];
export type Conversion = components['schemas']['Conversion'];
export type CsvMapping = components['schemas']['CsvMapping'];
export type Currency = components['schemas']['Currency'];
export type Dashboard = components['schemas']['Dashboard'];
export type DataExport = components['schemas']['DataExport'];
export type DefaultCategory = components['schemas']['DefaultCategory'];
export type DemoLogin = components['schemas']['DemoLogin'];
export type DevStatus = components['schemas']['DevStatus'];
export type DocumentName = components['schemas']['DocumentName'];
export type EmailChange = components['schemas']['EmailChange'];
export type EmailChanged = components['schemas']['EmailChanged'];
export type EmailChangeStanding = components['schemas']['EmailChangeStanding'];
export type EmailChangeToken = components['schemas']['EmailChangeToken'];
export type EmailChangeUndone = components['schemas']['EmailChangeUndone'];
export type EntryStep = components['schemas']['EntryStep'];
export type Exchange = components['schemas']['Exchange'];
export type ExchangeRate = components['schemas']['ExchangeRate'];
export type ExchangeRateChange = components['schemas']['ExchangeRateChange'];
export type ExchangeRatesRead = components['schemas']['ExchangeRatesRead'];
export type Family = components['schemas']['Family'];
export type FamilyDevice = components['schemas']['FamilyDevice'];
export type FamilyDeviceRegistered = components['schemas']['FamilyDeviceRegistered'];
export type FieldProblem = components['schemas']['FieldProblem'];
export type FoundMapping = components['schemas']['FoundMapping'];
export type GrowUp = components['schemas']['GrowUp'];
export type GrowUpOffer = components['schemas']['GrowUpOffer'];
export type Household = components['schemas']['Household'];
export type HouseholdBrief = components['schemas']['HouseholdBrief'];
export type HouseholdChange = components['schemas']['HouseholdChange'];
export type HouseholdDeletion = components['schemas']['HouseholdDeletion'];
export type HouseholdSummary = components['schemas']['HouseholdSummary'];
export type HouseholdType = components['schemas']['HouseholdType'];
export type IdentityLink = components['schemas']['IdentityLink'];
export type Import = components['schemas']['Import'];
export type ImportChange = components['schemas']['ImportChange'];
export type ImportCommit = components['schemas']['ImportCommit'];
export type ImportCounts = components['schemas']['ImportCounts'];
export type ImportRefusal = components['schemas']['ImportRefusal'];
export type ImportRow = components['schemas']['ImportRow'];
export type ImportRowsChange = components['schemas']['ImportRowsChange'];
export type ImportState = components['schemas']['ImportState'];
export type ImportStatement = components['schemas']['ImportStatement'];
export type ImportStatus = components['schemas']['ImportStatus'];
export type ImportSums = components['schemas']['ImportSums'];
export type ImportTemplate = components['schemas']['ImportTemplate'];
export type ImportWarning = components['schemas']['ImportWarning'];
export type Invitation = components['schemas']['Invitation'];
export type InvitationCard = components['schemas']['InvitationCard'];
export type InvitationResend = components['schemas']['InvitationResend'];
export type LegalDocument = components['schemas']['LegalDocument'];
export type LinkedIdentity = components['schemas']['LinkedIdentity'];
export type Login = components['schemas']['Login'];
export type LoginNewPassword = components['schemas']['LoginNewPassword'];
export type LoginSecondStep = components['schemas']['LoginSecondStep'];
export type MailChoice = components['schemas']['MailChoice'];
export type MailChoiceChange = components['schemas']['MailChoiceChange'];
export type MailCodeRequest = components['schemas']['MailCodeRequest'];
export type MailCodeRequested = components['schemas']['MailCodeRequested'];
export type MailCodeVerify = components['schemas']['MailCodeVerify'];
export type MailReport = components['schemas']['MailReport'];
export type MailToken = components['schemas']['MailToken'];
export type MailWorks = components['schemas']['MailWorks'];
export type MappingReason = components['schemas']['MappingReason'];
export type Me = components['schemas']['Me'];
export type MeChange = components['schemas']['MeChange'];
export type Membership = components['schemas']['Membership'];
export type Merchant = components['schemas']['Merchant'];
export type MerchantChange = components['schemas']['MerchantChange'];
export type MerchantMerge = components['schemas']['MerchantMerge'];
export type MonthFlow = components['schemas']['MonthFlow'];
export type NetWorth = components['schemas']['NetWorth'];
export type NewAcceptance = components['schemas']['NewAcceptance'];
export type NewAccount = components['schemas']['NewAccount'];
export type NewAlias = components['schemas']['NewAlias'];
export type NewCategory = components['schemas']['NewCategory'];
export type NewChild = components['schemas']['NewChild'];
export type NewChildLink = components['schemas']['NewChildLink'];
export type NewExchangeRate = components['schemas']['NewExchangeRate'];
export type NewFamilyDevice = components['schemas']['NewFamilyDevice'];
export type NewHousehold = components['schemas']['NewHousehold'];
export type NewInvitation = components['schemas']['NewInvitation'];
export type NewMerchant = components['schemas']['NewMerchant'];
export type NewOrganisation = components['schemas']['NewOrganisation'];
export type NewPasswordRequired = components['schemas']['NewPasswordRequired'];
export type NewPayCycle = components['schemas']['NewPayCycle'];
export type NewRule = components['schemas']['NewRule'];
export type NewSavedSearch = components['schemas']['NewSavedSearch'];
export type NewSplit = components['schemas']['NewSplit'];
export type NewTag = components['schemas']['NewTag'];
export type NewTransaction = components['schemas']['NewTransaction'];
export type OneClick = components['schemas']['OneClick'];
export type Organisation = components['schemas']['Organisation'];
export type OrganisationAccept = components['schemas']['OrganisationAccept'];
export type OrganisationAccepted = components['schemas']['OrganisationAccepted'];
export type OrganisationAdministrator = components['schemas']['OrganisationAdministrator'];
export type OrganisationAskedTier = components['schemas']['OrganisationAskedTier'];
export type OrganisationChange = components['schemas']['OrganisationChange'];
export type OrganisationHandOver = components['schemas']['OrganisationHandOver'];
export type OrganisationHousehold = components['schemas']['OrganisationHousehold'];
export type OrganisationInvitation = components['schemas']['OrganisationInvitation'];
export type OrganisationInvited = components['schemas']['OrganisationInvited'];
export type OrganisationInviting = components['schemas']['OrganisationInviting'];
export type OrganisationNewHousehold = components['schemas']['OrganisationNewHousehold'];
export type OrganisationOfHousehold = components['schemas']['OrganisationOfHousehold'];
export type OrganisationSharing = components['schemas']['OrganisationSharing'];
export type OwnershipTransfer = components['schemas']['OwnershipTransfer'];
export type PageMeta = components['schemas']['PageMeta'];
export type Passkey = components['schemas']['Passkey'];
export type PasskeyAssertion = components['schemas']['PasskeyAssertion'];
export type PasskeyCreation = components['schemas']['PasskeyCreation'];
export type PasskeyLogin = components['schemas']['PasskeyLogin'];
export type PasskeyLoginOptions = components['schemas']['PasskeyLoginOptions'];
export type PasskeyName = components['schemas']['PasskeyName'];
export type PasskeyOptions = components['schemas']['PasskeyOptions'];
export type PasskeyRegistered = components['schemas']['PasskeyRegistered'];
export type PasskeyRegistration = components['schemas']['PasskeyRegistration'];
export type PasswordAndFactor = components['schemas']['PasswordAndFactor'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type PasswordReset = components['schemas']['PasswordReset'];
export type PasswordResetConfirm = components['schemas']['PasswordResetConfirm'];
export type PasswordStrength = components['schemas']['PasswordStrength'];
export type PasswordToJudge = components['schemas']['PasswordToJudge'];
export type PayCycle = components['schemas']['PayCycle'];
export type Payee = components['schemas']['Payee'];
export type PendingEmailChange = components['schemas']['PendingEmailChange'];
export type PendingTotals = components['schemas']['PendingTotals'];
export type Permissions = components['schemas']['Permissions'];
export type Place = components['schemas']['Place'];
export type Preferences = components['schemas']['Preferences'];
export type PreferencesChange = components['schemas']['PreferencesChange'];
export type Presence = components['schemas']['Presence'];
export type PrivacyInformation = components['schemas']['PrivacyInformation'];
export type Problem = components['schemas']['Problem'];
export type ProblemCode = components['schemas']['ProblemCode'];
export type Proposal = components['schemas']['Proposal'];
export type ProviderAnswer = components['schemas']['ProviderAnswer'];
export type ProviderCallback = components['schemas']['ProviderCallback'];
export type ProviderRegistration = components['schemas']['ProviderRegistration'];
export type ProviderStart = components['schemas']['ProviderStart'];
export type Purpose = components['schemas']['Purpose'];
export type QuietHours = components['schemas']['QuietHours'];
export type Reconciled = components['schemas']['Reconciled'];
export type Reconciliation = components['schemas']['Reconciliation'];
export type Refresh = components['schemas']['Refresh'];
export type Refreshed = components['schemas']['Refreshed'];
export type Registration = components['schemas']['Registration'];
export type RegistrationRequired = components['schemas']['RegistrationRequired'];
export type Resend = components['schemas']['Resend'];
export type RoleChange = components['schemas']['RoleChange'];
export type Rule = components['schemas']['Rule'];
export type RuleAction = components['schemas']['RuleAction'];
export type RuleApply = components['schemas']['RuleApply'];
export type RuleApplyAnswer = components['schemas']['RuleApplyAnswer'];
export type RuleBody = components['schemas']['RuleBody'];
export type RuleChange = components['schemas']['RuleChange'];
export type RuleChanges = components['schemas']['RuleChanges'];
export type RuleCondition = components['schemas']['RuleCondition'];
export type RuleOrder = components['schemas']['RuleOrder'];
export type RuleTest = components['schemas']['RuleTest'];
export type RuleTestAnswer = components['schemas']['RuleTestAnswer'];
export type SavedSearch = components['schemas']['SavedSearch'];
export type SavedSearchChange = components['schemas']['SavedSearchChange'];
export type SecondFactors = components['schemas']['SecondFactors'];
export type SecondStepRequired = components['schemas']['SecondStepRequired'];
export type SecurityEntry = components['schemas']['SecurityEntry'];
export type SecurityStatus = components['schemas']['SecurityStatus'];
export type Session = components['schemas']['Session'];
export type SessionRenaming = components['schemas']['SessionRenaming'];
export type SessionsTermination = components['schemas']['SessionsTermination'];
export type SignedIn = components['schemas']['SignedIn'];
export type SignInAnswer = components['schemas']['SignInAnswer'];
export type SignInFigures = components['schemas']['SignInFigures'];
export type SignInProvider = components['schemas']['SignInProvider'];
export type StaffAccess = components['schemas']['StaffAccess'];
export type StaffAccessOpening = components['schemas']['StaffAccessOpening'];
export type StaffAccount = components['schemas']['StaffAccount'];
export type StaffAccountPage = components['schemas']['StaffAccountPage'];
export type StaffAct = components['schemas']['StaffAct'];
export type StaffAuditEntry = components['schemas']['StaffAuditEntry'];
export type StaffHousehold = components['schemas']['StaffHousehold'];
export type StaffHouseholdPage = components['schemas']['StaffHouseholdPage'];
export type StaffMember = components['schemas']['StaffMember'];
export type StaffOrganisation = components['schemas']['StaffOrganisation'];
export type StaffOrganisationTier = components['schemas']['StaffOrganisationTier'];
export type StaffReason = components['schemas']['StaffReason'];
export type StaffRoleGiving = components['schemas']['StaffRoleGiving'];
export type StaffTier = components['schemas']['StaffTier'];
export type StepUp = components['schemas']['StepUp'];
export type StepUpConfirmed = components['schemas']['StepUpConfirmed'];
export type StepUpStanding = components['schemas']['StepUpStanding'];
export type SuggestedTransfer = components['schemas']['SuggestedTransfer'];
export type Sync = components['schemas']['Sync'];
export type SyncChange = components['schemas']['SyncChange'];
export type Tag = components['schemas']['Tag'];
export type TagChange = components['schemas']['TagChange'];
export type TokenToVerify = components['schemas']['TokenToVerify'];
export type Transaction = components['schemas']['Transaction'];
export type TransactionBulk = components['schemas']['TransactionBulk'];
export type TransactionBulkResult = components['schemas']['TransactionBulkResult'];
export type TransactionChange = components['schemas']['TransactionChange'];
export type TransactionMerge = components['schemas']['TransactionMerge'];
export type TransactionOperation = components['schemas']['TransactionOperation'];
export type TransactionSplit = components['schemas']['TransactionSplit'];
export type TransactionSplits = components['schemas']['TransactionSplits'];
export type TransactionTags = components['schemas']['TransactionTags'];
export type TransactionTotals = components['schemas']['TransactionTotals'];
export type TransferLink = components['schemas']['TransferLink'];
export type TransferUnlink = components['schemas']['TransferUnlink'];
export type TurnMailOff = components['schemas']['TurnMailOff'];
export type Unlock = components['schemas']['Unlock'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
