package clinic.api;

import clinic.security.Caller;
import clinic.security.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whose token it is. */
@Path("account")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
    @Inject
    private Caller caller;

    @GET
    public JsonObject account() {
        SignedIn self = caller.self();
        return JsonBuilders.object()
                .add("name", self.name())
                .add("fullName", self.fullName())
                .add("role", self.role().name())
                .build();
    }
}
