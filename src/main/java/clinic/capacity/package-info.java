/** Where and with whom: resources, their days of 96 quarter-hours, claims, holds, the ledger. Knows calendar. */
package clinic.capacity;
