package clinic.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resolver.ResolvedMigrationImpl;
import org.flywaydb.core.internal.resolver.sql.SqlMigrationResolver;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;

/**
 * Flyway's own SQL migrations, with their versions and checksums, run statement by statement: whenever one is cut off, the
 * next start goes on behind its last finished statement. MySQL and MariaDB commit at every change of a table, so a script
 * of several statements cannot be taken back as a whole.
 */
final class ResumableMigrations implements MigrationResolver {
    private static final Pattern COMMENTS_BEFORE = Pattern.compile("^(?:\\s+|--[^\n]*|(?s:/\\*.*?\\*/))+");

    private final MigrationScript.Moment moment;

    ResumableMigrations() {
        this((version, statement, entered) -> {});
    }

    /** @param moment called behind every statement; tests cut off there */
    ResumableMigrations(MigrationScript.Moment moment) {
        this.moment = moment;
    }

    @Override
    public Collection<ResolvedMigration> resolveMigrations(Context context) {
        List<ResolvedMigration> resumable = new ArrayList<>();
        for (ResolvedMigration script : resolver(context).resolveMigrations(context)) {
            resumable.add(new ResolvedMigrationImpl(
                    script.getVersion(),
                    script.getDescription(),
                    script.getScript(),
                    script.getChecksum(),
                    null,
                    script.getType(),
                    script.getPhysicalLocation(),
                    new MigrationScript(script.getVersion().getVersion(), () -> statements(script, context), moment)));
        }
        return resumable;
    }

    private static SqlMigrationResolver resolver(Context context) {
        return new SqlMigrationResolver(
                context.resourceProvider,
                context.sqlScriptExecutorFactory,
                context.sqlScriptFactory,
                context.configuration,
                new ParsingContext());
    }

    private static String bare(String sql) {
        return COMMENTS_BEFORE.matcher(sql).replaceFirst("");
    }

    /** Read only when the script is to run: mostly it never is. */
    private static List<String> statements(ResolvedMigration script, Context context) {
        LoadableResource file = context.resourceProvider.getResource(script.getScript());
        List<String> statements = new ArrayList<>();
        try (SqlStatementIterator each = context.sqlScriptFactory
                .createSqlScript(file, true, context.resourceProvider)
                .getSqlStatements()) {
            each.forEachRemaining(statement -> statements.add(bare(statement.getSql())));
        }
        return statements;
    }
}
