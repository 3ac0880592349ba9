package clinic.infusion;

import clinic.capacity.Purpose;
import clinic.protocol.Protocol;
import clinic.protocol.ProtocolVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All protocols, read once. */
record Recipes(List<ProtocolVersion> versions) {
    Protocol of(Series series) {
        return versions.stream()
                .filter(each -> each.code().equals(series.protocol()) && each.version() == series.protocolVersion())
                .findFirst()
                .map(ProtocolVersion::protocol)
                .orElseThrow(() -> new IllegalStateException("no protocol of series " + series.id()));
    }

    Map<String, Protocol> inUse() {
        return versions.stream()
                .filter(each -> each.state() == ProtocolVersion.State.APPROVED)
                .collect(Collectors.toMap(ProtocolVersion::code, ProtocolVersion::protocol));
    }

    int shortestBoosterGap() {
        Map<String, Protocol> inUse = inUse();
        return Stream.of(Purpose.MOOD, Purpose.PAIN)
                .flatMap(purpose -> Stream.ofNullable(inUse.get(Boosters.protocol(purpose))))
                .mapToInt(protocol -> protocol.gap().least())
                .min()
                .orElse(0);
    }
}
