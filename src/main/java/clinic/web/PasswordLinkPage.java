package clinic.web;

import clinic.security.AccountLinks;
import clinic.security.AccountRefused;
import clinic.security.Caller;
import clinic.security.LinkExpired;
import clinic.staff.StaffLetter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where links to a first or a new password lead, {@code staff/invitation.xhtml} and {@code staff/reset.xhtml}. */
@Named
@RequestScoped
public class PasswordLinkPage {
    @Inject
    private AccountLinks links;

    @Inject
    private AccountProblems problems;

    @Inject
    private Refusals refusals;

    @Inject
    private Caller caller;

    @Inject
    private HttpServletRequest request;

    private StaffLetter.Kind kind;
    private Optional<String> name = Optional.empty();
    private String newPassword = "";

    public void open(String wanted) {
        kind = StaffLetter.Kind.valueOf(wanted);
        name = links.nameOf(kind, key());
    }

    public void save() {
        try {
            if (refusals.done(() -> links.redeem(kind, key(), newPassword, caller.address()))) {
                Steps.staff("/staff/sign-in");
            }
        } catch (AccountRefused refused) {
            problems.show(refused);
        } catch (LinkExpired tooLate) {
            name = Optional.empty();
        }
    }

    private String key() {
        return PrivatePaths.keyOf(request).orElse("");
    }

    /** Also while a form is being read, when nobody has looked the link up yet. */
    public boolean isGood() {
        return kind == null || name.isPresent();
    }

    public String getName() {
        return name.orElse("");
    }

    public String getNewPassword() {
        return "";
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = Typed.secret(newPassword);
    }
}
