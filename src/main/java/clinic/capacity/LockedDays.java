package clinic.capacity;

import java.util.Collection;
import java.util.Map;

/** Rows of the ledger that are ours until the transaction ends. */
public final class LockedDays {
    private final Map<ResourceDay.Key, ResourceDay> rows;
    private final Loads loads;

    LockedDays(Map<ResourceDay.Key, ResourceDay> rows, Loads loads) {
        this.rows = rows;
        this.loads = loads;
    }

    /** Whether the claims fit beside everything taken and held, as it was when the rows were locked. */
    public boolean fit(Collection<Claim> claims) {
        return loads.fit(claims);
    }

    /**
     * Whether the claims fit once those others are given back: a visit that moves may lie across its old time. What it
     * gives back is counted only in this question.
     */
    public boolean fitInsteadOf(Collection<Claim> given, Collection<Claim> claims) {
        return loads.without(given).fit(claims);
    }

    /** What was read when the rows were locked. */
    public Loads loads() {
        return loads;
    }

    public void take(Collection<Claim> claims) {
        claims.forEach(claim -> row(claim).take(claim));
    }

    public void release(Collection<Claim> claims) {
        claims.forEach(claim -> row(claim).release(claim));
    }

    private ResourceDay row(Claim claim) {
        ResourceDay row = rows.get(new ResourceDay.Key(claim.day(), claim.resource()));
        if (row == null) {
            throw new IllegalStateException("not locked: " + claim);
        }
        return row;
    }
}
