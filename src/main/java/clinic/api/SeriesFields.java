package clinic.api;

import clinic.infusion.Booster;
import clinic.infusion.Decision;
import clinic.infusion.RepairAsked;
import clinic.infusion.SeriesBooking;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what a program wishes of a series. */
final class SeriesFields {
    private SeriesFields() {}

    static Optional<Decision> decision(JsonFields fields) {
        return fields.code("decision", List.of(Decision.values()));
    }

    static Optional<Booster.Way> way(JsonFields fields) {
        return fields.code("way", List.of(Booster.Way.values()));
    }

    static RepairAsked repair(JsonFields fields, ZoneId zone) {
        Optional<RepairAsked.Move> move = fields.optionalObject("move").flatMap(moved -> {
            Optional<Integer> visit = moved.integer("visit");
            Optional<LocalDateTime> start = moved.moment("start", zone);
            moved.end();
            return visit.flatMap(no -> start.map(at -> new RepairAsked.Move(no, at)));
        });
        Optional<Integer> missed = fields.optionalInteger("missed");
        boolean withConsent = fields.optionalFlag("withConsent").orElse(false);
        fields.end();
        return new RepairAsked(move, missed.map(Set::of).orElse(Set.of()), Set.of(), withConsent);
    }

    static SeriesBooking booking(JsonFields fields, ZoneId zone) {
        long patient = fields.id("patientId").orElse(0L);
        String protocol = fields.text("protocol");
        List<SeriesBooking.Wanted> visits = new ArrayList<>();
        for (JsonFields visit : fields.objects("visits")) {
            Optional<LocalDateTime> start = visit.moment("start", zone);
            OptionalLong room =
                    visit.optionalId("resource").map(OptionalLong::of).orElseGet(OptionalLong::empty);
            visit.end();
            start.ifPresent(at -> visits.add(new SeriesBooking.Wanted(at, room)));
        }
        fields.end();
        return new SeriesBooking(patient, protocol, visits);
    }
}
