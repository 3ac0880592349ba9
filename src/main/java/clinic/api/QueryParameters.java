package clinic.api;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A filter misspelled would show everything, and of one that comes twice nobody knows which is meant: both are refused. */
@Provider
public class QueryParameters implements ContainerRequestFilter {
    @Context
    private ResourceInfo called;

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> known = Stream.of(called.getResourceMethod().getParameters())
                .map(QueryParameters::name)
                .flatMap(Optional::stream)
                .toList();
        if (known.isEmpty()) {
            return;
        }
        List<Refusal> refusals = new ArrayList<>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!known.contains(name)) {
                refusals.add(new Refusal(
                        Reason.UNKNOWN_FIELD, JsonFields.shown(name), Map.of("text", "of", "names", known)));
            } else if (values.size() > 1) {
                refusals.add(new Refusal(Reason.ONLY_ONE_ALLOWED, name, Map.of("text", "same")));
            }
        });
        if (!refusals.isEmpty()) {
            throw new ParameterRefused(refusals);
        }
    }

    private static Optional<String> name(Parameter parameter) {
        return Optional.ofNullable(parameter.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }
}
