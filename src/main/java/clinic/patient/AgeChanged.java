package clinic.patient;

import clinic.staff.Actor;

/** A patient may be of another age than it was taken for: another date of birth, or two records made one. */
public record AgeChanged(long patient, Actor by) {}
