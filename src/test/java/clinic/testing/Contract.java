package clinic.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the clinic promises programs, held against every answer a test gets: a status, a media type or a field nobody
 * declared fails the test that met it.
 */
final class Contract {
    private static final String BASE = "/api/v1/";
    /** Nothing is declared there, and it was said so. */
    private static final List<Integer> NOT_THERE = List.of(400, 404);
    /** What a contract describes; HEAD and OPTIONS follow from HTTP for every path. */
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final int METHOD_NOT_ALLOWED = 405;
    /** Who did something, by the name of an account of a demonstration. */
    private static final Pattern ACCOUNT_NAMED =
            Pattern.compile("\"(by|[a-z]+By)\":\"(admin|prescriber|nurse|frontdesk|auditor)\"");

    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(text())
                    .withLevelResolver(LevelResolver.create()
                            .withLevel("validation.request", ValidationReport.Level.IGNORE)
                            .withLevel("validation.request.path.missing", ValidationReport.Level.ERROR)
                            .withLevel("validation.request.operation.notAllowed", ValidationReport.Level.ERROR)
                            .build())
                    .build();

    private Contract() {}

    static void check(String method, HttpResponse<String> answer) {
        String path = answer.uri().getRawPath();
        if (!path.startsWith(BASE) || !METHODS.contains(method) || answer.statusCode() == METHOD_NOT_ALLOWED) {
            return;
        }
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.statusCode());
        answer.headers().map().forEach((name, values) -> response.withHeader(name, values));
        if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        ValidationReport report = VALIDATOR.validateResponse(path, Request.Method.valueOf(method), response.build());
        boolean unknown = report.getMessages().stream()
                .anyMatch(message -> message.getKey().startsWith("validation.request.path.missing")
                        || message.getKey().startsWith("validation.request.operation.notAllowed"));
        if (unknown && NOT_THERE.contains(answer.statusCode())) {
            return;
        }
        assertThat(answer.body())
                .as("%s %s names people, not accounts", method, path)
                .doesNotContainPattern(ACCOUNT_NAMED);
        assertThat(report.getMessages())
                .as("%s %s: %s answers as declared: %s", method, path, answer.statusCode(), answer.body())
                .isEmpty();
    }

    private static String text() {
        try (InputStream contract = Contract.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new String(contract.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
