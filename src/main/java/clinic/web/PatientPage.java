package clinic.web;

import clinic.booking.MergeDesk;
import clinic.booking.StaffBooking;
import clinic.booking.StaffBookingDesk;
import clinic.booking.StaffVisit;
import clinic.booking.VisitDesk;
import clinic.booking.VisitKind;
import clinic.calendar.ClinicProfile;
import clinic.infusion.SeriesDesk;
import clinic.infusion.SeriesRecord;
import clinic.notification.Message;
import clinic.notification.MessageDesk;
import clinic.patient.MergeField;
import clinic.patient.PatientCard;
import clinic.patient.PatientRecord;
import clinic.patient.PatientRegister;
import clinic.patient.RecordMerge;
import clinic.patient.UnknownPatient;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The record of a patient, {@code staff/patient.xhtml}: who she is, what she agreed to, her visits and notes. */
@Named
@RequestScoped
public class PatientPage {
    @Inject
    private PatientRegister register;

    @Inject
    private VisitDesk visits;

    @Inject
    private StaffBookingDesk bookings;

    @Inject
    private MergeDesk merges;

    @Inject
    private SeriesDesk seriesDesk;

    @Inject
    private MessageDesk letters;

    @Inject
    private PatientFields fields;

    @Inject
    private TimeForm time;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private PatientRecord record;
    private PatientRecord other;
    private List<StaffVisit> hers;
    private List<MergeDesk.Clash> clashes;
    private List<RecordMerge.Difference> differences;
    private List<SeriesRecord> series;
    private String deed = "";
    private String kind = VisitKind.CONSULTATION.name();
    private String note = "";
    private boolean clinical;
    private int version;

    /** Known before a form is read: which forms there were depends on it. */
    @PostConstruct
    void look() {
        deed = Typed.text(request.getParameter("do"));
        try {
            record = register.record(caller.actor(), id());
            time.offer((day, room) -> bookings.free(
                    caller.actor(),
                    new StaffBooking(
                            OptionalLong.of(id()),
                            Optional.empty(),
                            wanted(),
                            day.atStartOfDay(),
                            room,
                            Optional.empty())));
            time.kind(kind);
            if (isMerging()) {
                other = register.record(caller.actor(), Ids.read(request.getParameter("gone")));
            }
        } catch (UnknownPatient unknown) {
            deed = "";
        }
    }

    /** One that was merged into another leads to that. */
    public void open() {
        if (record == null) {
            Steps.notFound();
        } else if (record.card().id() != id()) {
            again("");
        }
    }

    /** What stands in the forms before anybody typed. */
    public void fill() {
        if (record != null) {
            fields.show(record);
            version = record.card().version();
            time.startFrom(profile.today().plusDays(1).atTime(9, 0));
        }
    }

    private long id() {
        return StaffPaths.idOf(request).orElseThrow();
    }

    private void again(String more) {
        Steps.staff("/staff/patient/" + record.card().id() + more);
    }

    public void change() {
        refusals.asked(() -> {
            register.change(caller.actor(), id(), fields.changing(record), OptionalInt.of(version));
            again("?said=changed");
        });
    }

    public void merge() {
        refusals.asked(() -> {
            Map<MergeField, MergeField.Side> chosen = new EnumMap<>(MergeField.class);
            for (MergeField field : MergeField.values()) {
                chosen(field).ifPresent(side -> chosen.put(field, side));
            }
            register.merge(caller.actor(), id(), Ids.read(request.getParameter("gone")), chosen);
            again("?said=merged");
        });
    }

    private Optional<MergeField.Side> chosen(MergeField field) {
        return MergeField.Side.find(Typed.text(request.getParameter("keep-" + field.field())));
    }

    /** In what the two records differ. */
    public List<RecordMerge.Difference> getDifferences() {
        if (differences == null) {
            differences =
                    register.differences(caller.actor(), id(), other.card().id());
        }
        return differences;
    }

    /** Whether the word of a record is marked: as it was chosen, else as it stands by itself. */
    public boolean marked(RecordMerge.Difference difference, String side) {
        return chosen(difference.field())
                .or(difference::stands)
                .map(MergeField.Side::name)
                .filter(side::equals)
                .isPresent();
    }

    /** What a record says in a field, in words. */
    public String said(MergeField field, String value) {
        if (value.isEmpty()) {
            return words.say("patient.none");
        }
        return switch (field) {
            case PHONE -> words.phone(value);
            case BIRTH_DATE -> words.shortDate(LocalDate.parse(value));
            case LANGUAGE -> words.say("patient.language." + value);
            case EMAIL_CONSENT -> words.say(value.equals("true") ? "patient.yes" : "patient.no");
            case ADULT -> words.say(value.equals("true") ? "patient.grown" : "patient.minor");
            case ESCORT -> {
                int number = value.lastIndexOf(' ') + 1;
                yield value.substring(0, number) + words.phone(value.substring(number));
            }
            case FIRST_NAME, LAST_NAME, EMAIL -> value;
        };
    }

    public void book() {
        refusals.asked(() -> {
            StaffVisit booked = bookings.book(
                    caller.actor(),
                    new StaffBooking(
                            OptionalLong.of(id()),
                            Optional.empty(),
                            wanted(),
                            time.start(),
                            time.resource(),
                            time.override()));
            Steps.staff("/staff/visit/" + booked.id() + "?done=booked");
        });
    }

    public void write() {
        refusals.asked(() -> {
            register.note(caller.actor(), id(), clinical, note);
            again("?said=noted");
        });
    }

    private VisitKind wanted() {
        return Stream.of(VisitKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElse(VisitKind.CONSULTATION);
    }

    public PatientRecord getRecord() {
        return record;
    }

    public PatientCard getCard() {
        return record.card();
    }

    public PatientRecord getOther() {
        return other;
    }

    /** Visits that keep the two records apart. */
    public List<MergeDesk.Clash> getClashes() {
        if (clashes == null) {
            clashes = merges.clashes(caller.actor(), id(), other.card().id());
        }
        return clashes;
    }

    public String name(PatientCard card) {
        return card.fullName();
    }

    public List<StaffVisit> getVisits() {
        if (hers == null) {
            hers = visits.of(caller.actor(), id());
        }
        return hers;
    }

    /** The latest first. */
    public List<SeriesRecord> getSeries() {
        if (series == null) {
            series = seriesDesk.of(caller.actor(), id());
        }
        return series;
    }

    public List<Message> getMessages() {
        return letters.of(caller.actor(), id());
    }

    public VisitKind[] getKinds() {
        return Stream.of(VisitKind.values()).filter(each -> !each.isInfusion()).toArray(VisitKind[]::new);
    }

    public boolean isEditing() {
        return deed.equals("edit");
    }

    public boolean isBooking() {
        return deed.equals("book");
    }

    public boolean isMerging() {
        return deed.equals("merge");
    }

    public boolean isMayReadNotes() {
        return caller.actor().may(Task.READ_CLINICAL_NOTES);
    }

    public boolean isMayOverride() {
        return caller.actor().may(Task.OVERRIDE);
    }

    /** What was just done here: the end of a key of texts, or nothing. */
    public String getSaid() {
        String said = Typed.text(request.getParameter("said"));
        return List.of("changed", "merged", "noted").contains(said) ? said : "";
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = Typed.text(kind);
        time.kind(wanted().name());
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = Typed.text(note);
    }

    public boolean isClinical() {
        return clinical;
    }

    public void setClinical(boolean clinical) {
        this.clinical = clinical;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
