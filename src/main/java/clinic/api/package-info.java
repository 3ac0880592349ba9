/**
 * The door a program knocks at: the REST contract under {@code /api/v1}. It reads strictly, calls a desk, and writes what
 * the desk answered. Knows the features; is known by nobody.
 */
package clinic.api;
