/**
 * The door a person knocks at: the patient's pages. Beans mirror {@code src/main/webapp} page for page; they collect what
 * was typed, ask a desk, and show its answer. Public pages are stateless and keep no session.
 *
 * <p>Knows every feature and no other door; nobody knows it.
 */
package clinic.web;
