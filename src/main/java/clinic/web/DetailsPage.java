package clinic.web;

import clinic.booking.ConsultationDesk;
import clinic.booking.RequestKey;
import clinic.booking.VisitRequest;
import clinic.calendar.ClinicProfile;
import clinic.patient.MailReach;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Who comes, and then: is it all right? {@code details.xhtml}. Both are one view: while she reviews, the fields stay in
 * the form, out of sight, so that nothing has to be kept here.
 */
@Named
@RequestScoped
public class DetailsPage {
    @Inject
    private ConsultationDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private MailReach reach;

    @Inject
    private HeldTime held;

    @Inject
    private Details details;

    @Inject
    private Refusals refusals;

    @Inject
    private Honeypot honeypot;

    @Inject
    private Visitor visitor;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private String start = "";
    private boolean reviewing;

    /** Known before the form is read: which buttons there were depends on it. */
    @PostConstruct
    void begin() {
        reviewing = Boolean.parseBoolean(request.getParameter("reviewing"));
    }

    /** A page opened for a time that is not kept any more begins again at the choice of a time. */
    public void open() {
        if (held.isLive()) {
            start = held.getSlot().startsAt().toString();
        } else {
            Steps.bookAgain();
        }
    }

    /** Shows it all once more, unless something is missing. */
    public void review() {
        reviewing = false;
        if (honeypot.isClean()
                && refusals.asked(() -> refusals.check(details.refusals(wanted(), profile.today(), reach)))) {
            reviewing = true;
        }
    }

    public void change() {
        reviewing = false;
    }

    public void correctEmail() {
        getSuggestion().ifPresent(details::setEmail);
    }

    public Optional<String> getSuggestion() {
        return EmailSlips.suggestion(details.getUnderstoodEmail());
    }

    public void confirm() {
        review();
        if (reviewing) {
            refusals.done(this::book);
        }
    }

    private void book() {
        VisitRequest wanted = details.request(wanted(), held.token());
        RequestKey once = RequestKey.of("page", held.getToken(), wanted.toString(), wanted.toString());
        String token = desk.book(wanted, Optional.of(visitor.address()), Optional.of(once))
                .token();
        held.forget();
        Steps.visit(token);
    }

    /** Another time, chosen from those nearby; everything else stays as it is. */
    public void pick() {
        String picked = request.getParameter("pick");
        if (refusals.done(() -> held.take(Starts.read(picked)))) {
            start = picked;
        }
    }

    /** Ten more minutes. */
    public void more() {
        refusals.done(() -> held.take(wanted()));
    }

    public void back() {
        if (refusals.done(held::giveBack)) {
            Steps.book(wanted().toLocalDate());
        }
    }

    private LocalDateTime wanted() {
        return Starts.read(start);
    }

    public String getWhen() {
        return words.when(wanted());
    }

    public String getStart() {
        return start;
    }

    public void setStart(String start) {
        this.start = Typed.text(start);
    }

    public boolean isReviewing() {
        return reviewing;
    }

    public void setReviewing(boolean reviewing) {
        this.reviewing = reviewing;
    }
}
