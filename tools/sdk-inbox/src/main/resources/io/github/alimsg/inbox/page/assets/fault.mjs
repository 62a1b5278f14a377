/** Faults as values. */

/** In a few words: "Throttle, SendSms, 30 %, next 3". */
export function describe(fault, kinds) {
  const title = kinds.find((kind) => kind.kind === fault.kind)?.title ?? fault.kind;
  const probability = fault.probability ?? 1;
  return [
    title,
    fault.operation,
    fault.number && `${fault.number}…`,
    probability < 1 && `${Math.round(probability * 100)} %`,
    fault.next != null && `next ${fault.next}`,
  ].filter(Boolean).join(', ');
}

/** A fault of a kind as it is when it is switched on. */
export function withDefaults(kind) {
  const parameters = Object.fromEntries(kind.parameters
    .filter((parameter) => parameter.default != null)
    .map((parameter) => [parameter.name, parameter.default]));
  return { kind: kind.kind, parameters };
}
