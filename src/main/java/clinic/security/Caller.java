package clinic.security;

import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.OptionalLong;

/** Who asks, in this request. Doors take the {@link Actor} from here and hand it to the desks. */
@Named
@RequestScoped
public class Caller {
    private Optional<SignedIn> signedIn = Optional.empty();
    private String address = "";

    void is(Optional<SignedIn> who, String from) {
        signedIn = who;
        address = from;
    }

    /** Whoever is signed in, the second factor included. */
    public Optional<SignedIn> signedIn() {
        return signedIn.filter(who -> !who.waitsForCode());
    }

    /** Whoever knew the password, and owes the code. */
    public Optional<SignedIn> halfSignedIn() {
        return signedIn.filter(SignedIn::waitsForCode);
    }

    /** The session the browser shows, the second factor given or not. */
    public OptionalLong session() {
        return signedIn.map(SignedIn::session).orElseGet(OptionalLong::empty);
    }

    public Optional<Actor> find() {
        return signedIn().map(who -> Actor.of(who.name(), who.role(), address));
    }

    public Actor actor() {
        return find().orElseThrow(NotSignedIn::new);
    }

    public SignedIn self() {
        return signedIn().orElseThrow(NotSignedIn::new);
    }

    /** Where the request comes from. */
    public String address() {
        return address;
    }

    public boolean may(String task) {
        return find().filter(actor -> actor.may(Task.valueOf(task))).isPresent();
    }

    public boolean isSignedIn() {
        return signedIn().isPresent();
    }

    public String getName() {
        return signedIn().map(SignedIn::name).orElse("");
    }

    public String getFullName() {
        return signedIn().map(SignedIn::fullName).orElse("");
    }

    public String getRole() {
        return signedIn().map(who -> who.role().name()).orElse("");
    }

    /** For the hidden field of forms and the head of pages. */
    public String getCsrf() {
        return signedIn.map(SignedIn::csrf).orElse("");
    }
}
