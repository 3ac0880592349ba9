package clinic.planner;

import clinic.protocol.ProtocolNumbers;

/** There is no plan within the rules: what blocks it, and what alone would free it. */
public class NoLegalPlan extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient NoPlan why;
    private final transient ProtocolNumbers rule;

    public NoLegalPlan(NoPlan why, ProtocolNumbers rule) {
        super("no legal plan");
        this.why = why;
        this.rule = rule;
    }

    public NoPlan why() {
        return why;
    }

    /** The protocol that could not be kept. */
    public ProtocolNumbers rule() {
        return rule;
    }
}
