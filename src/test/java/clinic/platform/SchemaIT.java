package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.metamodel.EntityType;
import jakarta.transaction.TransactionManager;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.sessions.Session;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mappings match the migrated schema: every mapped column exists, and no row needs a column that is not mapped. */
@ExtendWith(ArquillianExtension.class)
class SchemaIT {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    @Test
    void mapsColumnsThatExistAndAllThatARowNeeds() throws Exception {
        transaction.begin();
        try {
            Session session = em.unwrap(Session.class);
            Set<String> mapped = new TreeSet<>();
            Set<String> tables = new TreeSet<>();
            for (ClassDescriptor descriptor : session.getDescriptors().values()) {
                for (DatabaseField field : descriptor.getAllFields()) {
                    if (!descriptor.isAggregateDescriptor()) {
                        mapped.add(column(field));
                        tables.add(field.getTableName());
                    }
                }
            }
            assertThat(tables).contains("appointment", "resource_day", "patient", "hold");
            assertThat(columns(tables, "")).containsAll(mapped);
            assertThat(mapped)
                    .containsAll(
                            columns(
                                    tables,
                                    " and is_nullable = 'NO' and column_default is null and extra not like '%auto_increment%'"));
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void readsEveryEntityAndItsCollections() throws Exception {
        transaction.begin();
        try {
            Set<EntityType<?>> entities = em.getMetamodel().getEntities();
            assertThat(entities).hasSizeGreaterThan(12);
            for (EntityType<?> entity : entities) {
                em.createQuery("select e from " + entity.getName() + " e")
                        .setMaxResults(3)
                        .getResultList();
                for (var collection : entity.getPluralAttributes()) {
                    em.createQuery("select c from " + entity.getName() + " e join e." + collection.getName() + " c")
                            .setMaxResults(3)
                            .getResultList();
                }
            }
        } finally {
            transaction.rollback();
        }
    }

    private static String column(DatabaseField field) {
        return (field.getTableName() + "." + field.getName()).toLowerCase(Locale.ROOT);
    }

    private Set<String> columns(Set<String> tables, String condition) {
        Set<String> columns = new TreeSet<>();
        for (Object row : em.createNativeQuery("select table_name, column_name from information_schema.columns"
                        + " where table_schema = database()" + condition)
                .getResultList()) {
            Object[] names = (Object[]) row;
            if (tables.contains(names[0].toString())) {
                columns.add((names[0] + "." + names[1]).toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }
}
