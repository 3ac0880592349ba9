package clinic.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/**
 * Nothing this door says is kept on the way: a visit is private, and a free time is taken the next moment. And no error
 * leaves it without words.
 */
@Provider
public class PrivateAnswers implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (response.getStatus() >= 400 && !response.hasEntity()) {
            String languages = request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
            Problem problem = Problem.of(
                    Fault.of(response.getStatus()), SpokenLanguage.of(languages).locale());
            response.setEntity(problem.json().toString(), new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
        }
    }
}
