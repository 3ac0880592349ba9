package clinic.web;

import clinic.platform.DatabaseTrouble;
import java.util.Optional;
import java.util.function.Supplier;

/** What a page can do without, while the database is away. */
final class Database {
    private Database() {}

    static <T> Optional<T> orEmpty(Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException failure) {
            if (DatabaseTrouble.of(failure) != DatabaseTrouble.AWAY) {
                throw failure;
            }
            return Optional.empty();
        }
    }
}
