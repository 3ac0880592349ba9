/**
 * Who works here, and what each role may do. Desks are told who acts; they never look it up.
 *
 * <p>Knows nobody. Known by every feature and every door.
 */
package clinic.staff;
