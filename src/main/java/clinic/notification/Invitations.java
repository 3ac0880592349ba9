package clinic.notification;

import clinic.booking.BookingEvents.Notice;
import clinic.calendar.Clinic;
import clinic.calendar.ClinicProfile;
import clinic.patient.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes visits as calendar entries (RFC 5545 and 5546). A visit keeps one UID for all its life and its SEQUENCE only
 * grows: so a calendar knows that a letter moves or removes the entry it has, and a repeated letter does no harm.
 */
@ApplicationScoped
class Invitations {
    // Neither may ever change: the one names visits in calendars already written to, the other tells nothing.
    private static final String DOMAIN = "@appointments.invalid";
    private static final ProdId MAKER = new ProdId("-//Appointments//Calendar 1//EN");

    private ClinicProfile profile;
    private Sender sender;
    private VisitLinks links;

    protected Invitations() {}

    @Inject
    Invitations(ClinicProfile profile, Sender sender, VisitLinks links) {
        this.profile = profile;
        this.sender = sender;
        this.links = links;
    }

    Invitation request(Notice visit, Instant stamp) {
        VEvent event = event(visit, stamp, ImmutableStatus.VEVENT_CONFIRMED);
        attendee(visit).ifPresent(event::add);
        return written(ImmutableMethod.REQUEST, visit, List.of(event));
    }

    Invitation cancellation(Notice visit, Instant stamp) {
        VEvent event = event(visit, stamp, ImmutableStatus.VEVENT_CANCELLED);
        attendee(visit).ifPresent(event::add);
        return written(ImmutableMethod.CANCEL, visit, List.of(event));
    }

    /** For a download: addressed to nobody, so that no calendar offers to answer. */
    Invitation published(Notice visit, CalendarFile.Status status, Instant stamp) {
        Status state =
                switch (status) {
                    case BOOKED -> ImmutableStatus.VEVENT_CONFIRMED;
                    case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
                };
        return written(ImmutableMethod.PUBLISH, visit, List.of(event(visit, stamp, state)));
    }

    /** All of them in one file, for a request carries one visit only. */
    Invitation published(List<Notice> visits, Instant stamp) {
        List<VEvent> events = visits.stream()
                .map(visit -> event(visit, stamp, ImmutableStatus.VEVENT_CONFIRMED))
                .toList();
        return written(ImmutableMethod.PUBLISH, visits.get(0), events);
    }

    /** All of them fell away: one file takes them out of the calendar again. */
    Invitation withdrawn(List<Notice> visits, Instant stamp) {
        List<VEvent> events = visits.stream()
                .map(visit -> event(visit, stamp, ImmutableStatus.VEVENT_CANCELLED))
                .toList();
        return written(ImmutableMethod.PUBLISH, visits.get(0), events);
    }

    private VEvent event(Notice visit, Instant stamp, Status status) {
        Clinic clinic = profile.clinic();
        LetterTexts texts = LetterTexts.in(visit.language());
        VEvent event = new VEvent(false);
        event.add(new Uid(visit.uid() + DOMAIN));
        event.add(new DtStamp(stamp.truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Sequence(visit.revision()));
        event.add(new DtStart<>(
                in(clinic.zone()), visit.slot().start(clinic.zone()).toLocalDateTime()));
        event.add(new DtEnd<>(in(clinic.zone()), visit.slot().end(clinic.zone()).toLocalDateTime()));
        event.add(new Summary(texts.say("calendar.summary")));
        event.add(new Location(clinic.address()));
        event.add(new Description(description(visit, clinic, texts)));
        event.add(ImmutableClazz.PRIVATE);
        event.add(status);
        event.add(new Organizer(new ParameterList(), mailto(sender.address().getAddress())));
        return event;
    }

    private String description(Notice visit, Clinic clinic, LetterTexts texts) {
        String who = visit.comes()
                .map(comes -> texts.say("who") + ": " + OneLine.of(comes) + "\n")
                .orElse("");
        return who + clinic.phone() + (visit.course().isPresent() ? "" : "\n" + links.to(visit));
    }

    private Invitation written(Method method, Notice first, List<VEvent> events) {
        Calendar calendar = new Calendar();
        calendar.add(MAKER);
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method);
        calendar.add(
                ZoneDefinition.of(profile.clinic().zone(), first.slot().day().getYear()));
        events.forEach(calendar::add);
        try (StringWriter lines = new StringWriter()) {
            // The library folds by characters; the rule is octets.
            new CalendarOutputter(true, Integer.MAX_VALUE).output(calendar, lines);
            return new Invitation(method.getValue(), Folding.fold(lines.toString()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ParameterList in(ZoneId zone) {
        return new ParameterList(List.of(new TzId(zone.getId())));
    }

    /** She has chosen the time herself: no calendar should ask her whether she comes. */
    private static Optional<Attendee> attendee(Notice visit) {
        return EmailAddress.formFlaw(visit.email()).isPresent()
                ? Optional.empty()
                : Optional.of(new Attendee(
                        new ParameterList(List.of(Role.REQ_PARTICIPANT, PartStat.ACCEPTED, Rsvp.FALSE)),
                        mailto(new EmailAddress(visit.email()).wire())));
    }

    /** What is beyond ASCII is percent-encoded (RFC 6068, 2). */
    private static URI mailto(String address) {
        try {
            return URI.create(new URI("mailto", address, null).toASCIIString());
        } catch (URISyntaxException notAnAddress) {
            throw new IllegalArgumentException("not an address for a calendar entry", notAnAddress);
        }
    }
}
