package clinic.testing;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running clinic behind a proxy it trusts, which lets few writes a minute through from each address. */
public final class ClinicWithLimits implements ParameterResolver {
    /** How many writes a minute an address has. */
    public static final int WRITES = 12;

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(ClinicWithLimits.class);
    private static final Map<String, String> SETTINGS = Map.of(
            "CLINIC_DEMO", "true",
            "CLINIC_NOW", "2026-11-23T15:00:00Z",
            "CLINIC_RATE_LIMIT", Integer.toString(WRITES),
            "CLINIC_TRUSTED_PROXY", "127.0.0.0/8,::1");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RunningClinic.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(RunningClinic.class, any -> RunningClinic.start(SETTINGS), RunningClinic.class);
    }
}
