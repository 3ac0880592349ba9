/**
 * What every feature stands on: the data source, the migrations, the health checks. Knows no package of the clinic.
 */
package clinic.platform;
