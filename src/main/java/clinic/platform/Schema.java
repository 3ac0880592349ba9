package clinic.platform;

import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;

/** The tables of the application, as the migrations in {@code db/migration} make them. */
final class Schema {
    /** What the history says of a start that was cut off. Anything else, such as a script that was changed, stands. */
    private static final Set<ErrorCode> CUT_OFF =
            Set.of(CoreErrorCode.FAILED_VERSIONED_MIGRATION, CoreErrorCode.RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED);

    private Schema() {}

    /**
     * Brings the schema to the version of the scripts.
     *
     * @throws MigrationStopped if a statement fails; the next call goes on there
     */
    static void bringForward(DataSource database, ResumableMigrations scripts) {
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .skipDefaultResolvers(true)
                .resolvers(scripts)
                .load();
        if (hasOnlyBeenCutOff(flyway)) {
            flyway.repair();
        }
        flyway.migrate();
    }

    private static boolean hasOnlyBeenCutOff(Flyway flyway) {
        Set<ErrorCode> flaws = flyway.validateWithResult().invalidMigrations.stream()
                .map(flaw -> flaw.errorDetails.errorCode)
                .collect(Collectors.toSet());
        return flaws.contains(CoreErrorCode.FAILED_VERSIONED_MIGRATION) && CUT_OFF.containsAll(flaws);
    }
}
