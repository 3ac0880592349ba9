/** Where and with whom: resources, their days of 96 quarter-hours, claims, holds, the ledger, and what nurses can take. Knows calendar. */
package clinic.capacity;
