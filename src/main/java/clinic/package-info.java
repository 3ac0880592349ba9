/**
 * Dripline: a patient in pain books a free first visit on her phone, and the clinic can trust the booking.
 *
 * <p>The map, read downwards; who may know whom is held by {@code ArchitectureTest}:
 *
 * <ul>
 *   <li>{@code web}, {@code api}, {@code jobs}: the doors at which a person, a program and time knock. They hold no rule.
 *   <li>{@code notification}: telling people. Letters, invitations, the outbox and the courier.
 *   <li>{@code downtime}: the day on paper for when nothing answers.
 *   <li>{@code security}: who may come in. Accounts, sessions, tokens, and the trail of what everybody did.
 *   <li>{@code house}: when the house is there, and who is stranded by that. Closures, hours, shifts, rooms.
 *   <li>{@code care}: the day of a treatment. What is asked, measured and verified, and the gates that follow from it.
 *   <li>{@code infusion}: a course of visits. The series, its life and its repair.
 *   <li>{@code planner}: the best times for a whole course, against the house as it stands. {@code protocol}: the recipe
 *       a course follows, in versions.
 *   <li>{@code booking}: one visit. Rules, free times, desks, the appointment and its events.
 *   <li>{@code capacity}: where. Resources, their days of 96 quarter-hours, claims, holds, the ledger and its audit.
 *   <li>{@code patient}: who. {@code staff}: who works here, and whose each task is. {@code calendar}: when.
 *   <li>{@code platform}: what all stand on; it knows no word of the clinic. {@code launcher}: starts it all.
 * </ul>
 */
package clinic;
