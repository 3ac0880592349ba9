package clinic.infusion;

/** There is no plan within the rules: what blocks it, and what alone would free it. */
public class NoLegalPlan extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient NoPlan why;
    private final transient ProtocolNumbers rule;

    NoLegalPlan(NoPlan why, ProtocolNumbers rule) {
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
