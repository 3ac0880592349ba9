package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.security.AccountRefused;
import clinic.security.Caller;
import clinic.security.OwnAccount;
import clinic.security.OwnAccountDesk;
import clinic.security.OwnPassword;
import clinic.security.SecondFactorDesk;
import clinic.security.SecondFactorOffer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** One's own account, {@code staff/account.xhtml}: password, phone, browsers, tokens. */
@Named
@RequestScoped
public class AccountPage {
    @Inject
    private OwnAccountDesk desk;

    @Inject
    private OwnPassword password;

    @Inject
    private SecondFactorDesk factors;

    @Inject
    private Caller caller;

    @Inject
    private AccountProblems problems;

    @Inject
    private Refusals refusals;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private OwnAccount account;
    private Optional<SecondFactorOffer> offer = Optional.empty();
    private List<String> recoveryCodes = List.of();
    private String newToken = "";
    private String done = "";
    private String newPassword = "";
    private String email;
    private String label = "";
    private String code = "";

    /** Also does what the small buttons of the lists ask for, which carry a number. */
    public void open() {
        number("end", id -> desk.endSession(caller.actor(), caller.self(), id), words.say("own.done.end"));
        number("revoke", id -> desk.revokeToken(caller.actor(), caller.self(), id), words.say("own.done.revoke"));
    }

    private void number(String button, LongConsumer deed, String said) {
        String id = request.getParameter(button);
        if (id != null && "POST".equals(request.getMethod()) && Ids.isNumber(id)) {
            refusals.done(() -> deed.accept(Long.parseLong(id)));
            done = said;
        }
    }

    public void changePassword() {
        change(() -> password.change(caller.actor(), caller.self(), newPassword), words.say("own.done.password"));
    }

    public void changeMail() {
        change(() -> desk.changeMail(caller.actor(), caller.self(), email), words.say("own.done.mail"));
    }

    public void endOthers() {
        change(() -> desk.endOtherSessions(caller.actor(), caller.self()), words.say("own.done.end"));
    }

    public void makeToken() {
        change(() -> newToken = desk.makeToken(caller.actor(), caller.self(), label), "");
        label = newToken.isEmpty() ? label : "";
    }

    public void offerFactor() {
        offer = Optional.of(factors.offer(caller.self(), ""));
    }

    public void addFactor() {
        change(
                () -> recoveryCodes = factors.add(caller.actor(), caller.self(), seed(), code),
                words.say("own.done.factor"));
    }

    public void renewCodes() {
        change(() -> recoveryCodes = factors.renewCodes(caller.actor(), caller.self()), "");
    }

    public void removeFactor() {
        change(() -> factors.remove(caller.actor(), caller.self()), words.say("own.done.removed"));
    }

    private void change(Runnable deed, String said) {
        try {
            done = refusals.done(deed) ? said : "";
            account = null;
            if (!newToken.isEmpty() || !recoveryCodes.isEmpty()) {
                RedirectAfterPost.once(request);
            }
        } catch (AccountRefused refused) {
            problems.show(refused);
        }
    }

    public String when(Instant moment) {
        return words.moment(moment.atZone(profile.zone()));
    }

    /** When it was last used, and how long it lasts. */
    public String used(OwnAccount.Token token) {
        String used = token.used()
                .map(last -> words.say("own.token.used", when(last)))
                .orElseGet(() -> words.say("own.token.unused"));
        String end = when(token.expires());
        return token.opens() ? words.say("own.token.until", used, end) : words.say("own.token.expired", used, end);
    }

    /** Whether a second factor must be added before anything else. */
    public boolean isFactorOwed() {
        return caller.self().owesFactor() && !getAccount().secondFactor();
    }

    public OwnAccount getAccount() {
        if (account == null) {
            account = desk.view(caller.self());
        }
        return account;
    }

    /** While a phone is being added the secret goes along with the form. */
    public boolean isOffered() {
        return recoveryCodes.isEmpty() && (offer.isPresent() || !seed().isEmpty());
    }

    private String seed() {
        return Typed.text(request.getParameter("seed"));
    }

    public SecondFactorOffer getOffer() {
        if (offer.isEmpty()) {
            offer = Optional.of(factors.offer(caller.self(), seed()));
        }
        return offer.get();
    }

    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public String getNewToken() {
        return newToken;
    }

    public String getDone() {
        return done;
    }

    public String getNewPassword() {
        return "";
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = Typed.secret(newPassword);
    }

    public String getEmail() {
        return email == null ? getAccount().email() : email;
    }

    public void setEmail(String email) {
        this.email = Typed.text(email);
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = Typed.text(label);
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = Typed.text(code);
    }
}
