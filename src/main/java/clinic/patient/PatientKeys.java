package clinic.patient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Finds patients by the beginnings of their words. */
@ApplicationScoped
class PatientKeys {
    @PersistenceContext
    private EntityManager em;

    void write(Patient patient) {
        em.createNativeQuery("delete from patient_key where patient_id = ?")
                .setParameter(1, patient.id())
                .executeUpdate();
        add(patient);
    }

    /** All words of a record in one statement. */
    void add(Patient patient) {
        Set<String> words = SearchWords.of(patient, former(patient.id()));
        String rows = String.join(", ", Collections.nCopies(words.size(), "(?, ?)"));
        Query insert = em.createNativeQuery("insert ignore into patient_key (patient_id, word) values " + rows);
        int position = 1;
        for (String word : words) {
            insert.setParameter(position++, patient.id());
            insert.setParameter(position++, word);
        }
        insert.executeUpdate();
    }

    /**
     * Records whose words are of an older version, or that have none; at most so many, locked. Those somebody else is
     * changing get theirs from that change.
     */
    List<Patient> outdated(int most) {
        List<?> found = em.createNativeQuery(
                        "select p.* from patient p where p.merged_into is null and not exists"
                                + " (select 1 from patient_key k where k.patient_id = p.id and k.word = ?)"
                                + " order by p.id limit "
                                + most
                                + " for update skip locked",
                        Patient.class)
                .setParameter(1, SearchWords.version())
                .getResultList();
        return found.stream().map(Patient.class::cast).toList();
    }

    /** A merged record is found by nothing any more: the kept one has its words. */
    void remove(long patient) {
        em.createNativeQuery("delete from patient_key where patient_id = ?")
                .setParameter(1, patient)
                .executeUpdate();
    }

    /** By what else a record is found: names, addresses and numbers of records that were merged into it, the latest first. */
    List<FormerContact> former(long patient) {
        return em.createQuery(
                        "select f from FormerContact f where f.patient = :patient order by f.id desc",
                        FormerContact.class)
                .setParameter("patient", patient)
                .getResultList();
    }

    /** Who has, for each of these, a word that begins with one of it; at most so many. */
    List<Long> find(List<Set<String>> asked, int most) {
        return asked.isEmpty() ? List.of() : select(asked, "like ? escape '!'", true, most);
    }

    /** Who has one of each of these words. */
    List<Long> having(List<Set<String>> words, int most) {
        return words.isEmpty() ? List.of() : select(words, "= ?", false, most);
    }

    private List<Long> select(List<Set<String>> asked, String comparison, boolean beginning, int most) {
        StringBuilder sql = new StringBuilder("select distinct k0.patient_id from patient_key k0");
        List<String> joins = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        for (int index = 0; index < asked.size(); index++) {
            String word = "k" + index + ".word " + comparison;
            joins.add("("
                    + String.join(" or ", Collections.nCopies(asked.get(index).size(), word)) + ")");
            parameters.addAll(asked.get(index));
            if (index > 0) {
                sql.append(" join patient_key k%d on k%d.patient_id = k0.patient_id".formatted(index, index));
            }
        }
        sql.append(" where ")
                .append(String.join(" and ", joins))
                // The latest first: without an order, who is left out would be another each time.
                .append(" order by k0.patient_id desc limit ")
                .append(most);
        Query query = em.createNativeQuery(sql.toString());
        for (int index = 0; index < parameters.size(); index++) {
            query.setParameter(index + 1, beginning ? escaped(parameters.get(index)) + "%" : parameters.get(index));
        }
        List<?> ids = query.getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    List<Patient> read(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select p from Patient p where p.id in :ids and p.mergedInto is null order by case"
                                        + " when p.lastName = '' then p.firstName else p.lastName end, p.firstName, p.id",
                                Patient.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }
}
