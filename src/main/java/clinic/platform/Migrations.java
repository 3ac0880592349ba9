package clinic.platform;

import com.mysql.cj.jdbc.MysqlDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema to this version before anything else of the application starts; other startup beans say
 * {@code @DependsOn("Migrations")}. Transactions are its own: MySQL commits at every change of a table. If it fails,
 * the application is not deployed.
 *
 * <p>The pool asks every connection whether it lives before lending it, and drops them all when one does not: a
 * restarted database is back with the next request. No wait is long: who cannot get through hears so within seconds.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/clinic",
        className = "com.mysql.cj.jdbc.MysqlDataSource",
        url = "${MPCONFIG=clinic.db.url}",
        user = "${MPCONFIG=clinic.db.user}",
        password = "${MPCONFIG=clinic.db.password}",
        // Under REPEATABLE READ, a read before the lock would freeze what the decision is made on.
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        initialPoolSize = 2,
        minPoolSize = 2,
        // More than the 64 threads that serve: nobody waits for a connection while others wait for rows. The launcher's
        // Connections derive what a database has to allow.
        maxPoolSize = 70,
        maxIdleTime = 300,
        properties = {
            "fish.payara.max-wait-time-in-millis=3000",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "socketFactory=clinic.platform.BoundedSockets",
            // Waited for twice, and still within what a request may wait.
            "sessionVariables=innodb_lock_wait_timeout=3",
            "connectionTimeZone=UTC",
            "forceConnectionTimeZoneToSession=true",
            "cachePrepStmts=true",
            "prepStmtCacheSize=256",
            "prepStmtCacheSqlLimit=4096",
            "useServerPrepStmts=true",
            "useLocalSessionState=true",
            "rewriteBatchedStatements=true"
        })
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Migrations {
    private static final String SOCKET_TIMEOUT = "(?i)([?&]socketTimeout)=[0-9]+";

    @Inject
    @ConfigProperty(name = "clinic.db.url")
    private String url;

    @Inject
    @ConfigProperty(name = "clinic.db.user")
    private String user;

    @Inject
    @ConfigProperty(name = "clinic.db.password")
    private String password;

    @PostConstruct
    void migrate() {
        try {
            Schema.bringForward(patient(), new ResumableMigrations());
        } catch (MigrationStopped stopped) {
            throw new StartRefused(stopped);
        } catch (FlywayException unfit) {
            throw new StartRefused(unfit);
        }
    }

    /** Not of the pool, whose connections give up after seconds: changing a big table takes as long as it takes. */
    private DataSource patient() {
        MysqlDataSource patient = new MysqlDataSource();
        patient.setUrl(url.replaceAll(SOCKET_TIMEOUT, "$1=0"));
        patient.setUser(user);
        patient.setPassword(password);
        return patient;
    }
}
