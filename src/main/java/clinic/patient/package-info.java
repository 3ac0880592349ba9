/** Whom the clinic cares for: names, addresses, numbers, consents, red flags. Knows nobody. */
package clinic.patient;
