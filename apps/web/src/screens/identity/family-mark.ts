/** That children sign in here by PIN. It opens nothing: the secret is a cookie that no script reads. */
export const FAMILY_MARK = 'kw_family_device';
