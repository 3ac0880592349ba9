package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Hold;
import clinic.capacity.Ledger;
import clinic.capacity.Loads;
import clinic.patient.MailReach;
import clinic.patient.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The desk of the free consultation, for pages and programs alike. The patient names a time and takes whoever is free:
 * the desk tries one clinician and room after the other, each in a transaction of its own, until one is hers or none is
 * left.
 */
@ApplicationScoped
public class ConsultationDesk {
    private static final VisitKind KIND = VisitKind.CONSULTATION;
    private static final int ALTERNATIVES = 5;
    private static final int LONGEST_REASON = 500;
    private static final int MORE_TRIES = 3;

    private final AtomicInteger turn = new AtomicInteger();

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private HoldDesk holdDesk;

    @Inject
    private BookingDesk bookingDesk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private MailReach reach;

    /** The days of {@code [from, from + days)} with their free times, as the holder of a hold sees them. */
    public List<DayTimes> days(LocalDate from, int days, Optional<String> hold) {
        return freeTimes.days(KIND, from, days, idOf(hold));
    }

    /** The next free times from now on, at most {@code most}. */
    public List<Slot> next(int most, Optional<String> hold) {
        return freeTimes.next(KIND, most, idOf(hold));
    }

    /** The next free time after a day; nothing when there is none up to the last day that can be booked. */
    public Optional<Slot> nextAfter(LocalDate day, Optional<String> hold) {
        return freeTimes.next(KIND, day.plusDays(1), 1, idOf(hold)).stream().findFirst();
    }

    /**
     * The days of {@code [from, from + days)} with the times a visit can be moved to: not across another visit of its
     * patient, which would be refused.
     */
    public List<DayTimes> daysToMove(String token, LocalDate from, int days) {
        Predicate<Slot> suits = bookingDesk.free(token, from);
        return freeTimes.days(visit(token).kind(), from, days, Ledger.NO_HOLD).stream()
                .map(day -> day.suiting(suits))
                .toList();
    }

    /** The next time after a day a visit can be moved to. */
    public Optional<Slot> nextToMove(String token, LocalDate day) {
        return freeTimes
                .next(visit(token).kind(), day.plusDays(1), 1, Ledger.NO_HOLD, bookingDesk.free(token, day))
                .stream()
                .findFirst();
    }

    /** The hold a token names, if it still counts. */
    public Optional<HoldDesk.Held> held(String hold) {
        return holdDesk.find(hold)
                .filter(found -> found.isLive(profile.now().toInstant()))
                .map(found -> new HoldDesk.Held(hold, found.slot(), found.expiresAt()));
    }

    /**
     * Keeps a time for ten minutes for whoever fills the form.
     *
     * @param replaced an older hold of the same holder, given up for this one
     * @param address where the request came from
     */
    public HoldDesk.Held hold(
            LocalDateTime start, Optional<String> replaced, String address, Optional<RequestKey> key) {
        Optional<HoldDesk.Held> answered = key.flatMap(holdDesk::answered);
        if (answered.isPresent()) {
            return answered.get();
        }
        refuse(KIND, freeTimes.rules(KIND).refusals(start), start);
        long old = idOf(replaced);
        try {
            return tryEach(
                    slot(KIND, start),
                    old,
                    placement -> holdDesk.hold(placement.slot(), placement.claims(), old, address, key));
        } catch (BookingRefused refused) {
            return key.flatMap(holdDesk::answered).orElseThrow(() -> refused);
        }
    }

    /** What speaks against a request before the ledger is asked: the time first, then everything that was written. */
    public List<Refusal> refusals(VisitRequest request) {
        List<Refusal> refusals = new ArrayList<>(freeTimes.rules(KIND).refusals(request.start()));
        refusals.addAll(request.refusals(profile.today(), reach));
        return refusals;
    }

    /** Books a consultation where no stranger asks, so that no cap holds. */
    public Visit book(VisitRequest request, Optional<RequestKey> key) {
        return book(request, Optional.empty(), key);
    }

    /**
     * Books a consultation, or refuses with everything that speaks against it.
     *
     * @param address where a stranger's request came from: with it, the caps on public bookings hold
     */
    public Visit book(VisitRequest request, Optional<String> address, Optional<RequestKey> key) {
        Optional<Visit> answered = key.flatMap(bookingDesk::answered);
        if (answered.isPresent()) {
            return answered.get();
        }
        refuse(KIND, refusals(request), request.start());
        Optional<Hold> hold = request.hold().flatMap(holdDesk::find);
        long holdId = hold.map(Hold::id).orElse(Ledger.NO_HOLD);
        try {
            return tryEach(
                    slot(KIND, request.start()),
                    holdId,
                    placement -> bookingDesk.book(KIND, request, address, placement, holdId, key));
        } catch (BookingRefused refused) {
            Optional<Visit> meanwhile = key.flatMap(bookingDesk::answered);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            boolean holdOver = request.hold().isPresent()
                    && hold.filter(found -> found.isLive(profile.now().toInstant()))
                            .isEmpty();
            throw refused.reason() == Reason.SLOT_TAKEN && holdOver
                    ? new BookingRefused(
                            List.of(Refusal.of(Reason.HOLD_EXPIRED, Refusal.START)), refused.alternatives())
                    : refused;
        }
    }

    public Visit visit(String token) {
        return bookingDesk.visit(token);
    }

    /** Moves a visit; the clinician who was to see her is asked first. What the visit itself takes is not in its way. */
    public Visit move(String token, LocalDateTime start) {
        BookingDesk.Placed placed = bookingDesk.placed(token);
        Visit visit = placed.visit();
        if (!visit.changeable()) {
            throw new BookingRefused(Reason.ILLEGAL_TRANSITION);
        }
        VisitKind kind = visit.kind();
        refuse(kind, freeTimes.rules(kind).refusals(start), start);
        Slot slot = slot(kind, start);
        if (slot.equals(visit.slot())) {
            return visit;
        }
        Placement before = placed.placement();
        return tryEach(
                kind,
                slot,
                () -> freeTimes.read(slot.day(), slot.day(), Ledger.NO_HOLD).without(before.claims()),
                (needs, loads) -> needs.with(before.clinician())
                        .choose(slot, loads, 0)
                        .or(() -> needs.choose(slot, loads, turn.getAndIncrement())),
                placement -> bookingDesk.move(token, placement),
                bookingDesk.free(token, slot.day()));
    }

    /** Cancels a visit; the reason, if she gives one, is hers alone to word. */
    public Visit cancel(String token, Optional<String> reason) {
        List<Refusal> refusals = new ArrayList<>();
        reason.ifPresent(text ->
                VisitRequest.check(refusals, "reason", Texts.flawOfLines(text, LONGEST_REASON), LONGEST_REASON));
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        return bookingDesk.cancel(token, reason.map(Texts::lines).filter(text -> !text.isEmpty()));
    }

    private <T> T tryEach(Slot slot, long exceptHold, Function<Placement, T> attempt) {
        return tryEach(
                KIND,
                slot,
                () -> freeTimes.read(slot.day(), slot.day(), exceptHold),
                (needs, loads) -> needs.choose(slot, loads, turn.getAndIncrement()),
                attempt,
                any -> true);
    }

    /**
     * Tries one placement after the other: a refusal mostly means that somebody else went ahead. As often as there are
     * placements and some times more; where the gate keeps refusing what looks free, the time is not to be had.
     *
     * @param suits what else must be so of the times named instead
     */
    private <T> T tryEach(
            VisitKind kind,
            Slot slot,
            Supplier<Loads> read,
            BiFunction<VisitNeeds, Loads, Optional<Placement>> choose,
            Function<Placement, T> attempt,
            Predicate<Slot> suits) {
        VisitNeeds needs = freeTimes.needs(kind);
        Refusal why = taken();
        for (int tries = needs.clinicians().size() * needs.rooms().size() + MORE_TRIES; tries > 0; tries--) {
            Loads loads = read.get();
            Optional<Placement> placement = choose.apply(needs, loads);
            if (placement.isEmpty()) {
                why = needs.isEverOpen(slot, loads) ? taken() : closed(slot);
                break;
            }
            try {
                return attempt.apply(placement.get());
            } catch (BookingRefused refused) {
                if (refused.reason() != Reason.SLOT_TAKEN) {
                    // Of other times there are enough; what is full is what one person or address may have.
                    throw refused.alternatives().isEmpty()
                                    && !refused.reason().concernsInput()
                                    && refused.reason().nature() != Reason.Nature.TOO_MUCH
                            ? new BookingRefused(refused.refusals(), nearest(kind, slot.startsAt(), suits))
                            : refused;
                }
            }
        }
        throw new BookingRefused(List.of(why), nearest(kind, slot.startsAt(), suits.and(other -> !other.equals(slot))));
    }

    private static Refusal taken() {
        return Refusal.of(Reason.SLOT_TAKEN, Refusal.START);
    }

    private static Refusal closed(Slot slot) {
        return Refusal.ofStart(Reason.CLOSED, Map.of("day", slot.day()));
    }

    private Slot slot(VisitKind kind, LocalDateTime start) {
        int minutes = freeTimes.needs(kind).rule().minutes();
        return new Slot(start.toLocalDate(), QuarterHours.lasting(start.toLocalTime(), minutes));
    }

    private List<Slot> nearest(VisitKind kind, LocalDateTime start, Predicate<Slot> suits) {
        return freeTimes.nearest(kind, start, ALTERNATIVES, Ledger.NO_HOLD, suits);
    }

    private long idOf(Optional<String> hold) {
        return hold.flatMap(holdDesk::find).map(Hold::id).orElse(Ledger.NO_HOLD);
    }

    private void refuse(VisitKind kind, List<Refusal> refusals, LocalDateTime start) {
        if (!refusals.isEmpty()) {
            boolean time =
                    refusals.stream().anyMatch(refusal -> !refusal.reason().concernsInput());
            throw new BookingRefused(refusals, time ? nearest(kind, start, any -> true) : List.of());
        }
    }
}
