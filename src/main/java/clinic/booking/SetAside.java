package clinic.booking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody set aside for a step, and why.
 *
 * @param codes names of the {@link Reason}s, as clients know them, each once
 * @param reason as it was given; not empty
 */
public record SetAside(List<String> codes, String reason) {
    private static final int MOST = 500;

    public SetAside {
        codes = List.copyOf(codes);
    }

    static SetAside of(List<Refusal> refusals, String reason) {
        return new SetAside(
                refusals.stream()
                        .map(refusal -> refusal.reason().name())
                        .distinct()
                        .toList(),
                reason);
    }

    static SetAside parse(String codes, String reason) {
        return new SetAside(
                Arrays.stream(codes.split(",")).filter(code -> !code.isEmpty()).toList(), reason);
    }

    /** As a row keeps it, with commas between: as many of the codes as fit. */
    String text() {
        String all = codes.stream().collect(Collectors.joining(","));
        return all.length() <= MOST ? all : all.substring(0, all.lastIndexOf(',', MOST));
    }
}
