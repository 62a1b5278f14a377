/** Calls as the service received them. */

/** Whether the service refused the call: a wrong signature, an unknown key, too many calls. */
export function isRefused(request) {
  return request.accepted === false;
}

/** What went wrong, in a few words. */
export function refusal(request) {
  return request.refusalCode ?? (request.status == null ? 'no answer' : `HTTP ${request.status}`);
}
