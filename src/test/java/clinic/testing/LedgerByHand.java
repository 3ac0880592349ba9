package clinic.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Adds the ledger up from outside, sharing no line with the audit of the house. */
public final class LedgerByHand {
    private LedgerByHand() {}

    /** Days and resources whose row is not the sum of their claims, or is over capacity. Rows of which nothing is taken are not read. */
    public static Set<String> mismatches(Connection database) throws SQLException {
        Map<String, int[]> claimed = new HashMap<>();
        Set<String> wrong = new TreeSet<>();
        try (Statement statement = database.createStatement();
                ResultSet claims =
                        statement.executeQuery("select day, resource_id, start_q, end_q, amount from claim")) {
            while (claims.next()) {
                int[] quarters =
                        claimed.computeIfAbsent(claims.getString(1) + "/" + claims.getLong(2), row -> new int[96]);
                for (int quarter = claims.getInt(3); quarter < claims.getInt(4); quarter++) {
                    quarters[quarter] += claims.getInt(5);
                }
            }
        }
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select day, resource_id, used, capacity"
                        + " from resource_day where used <> unhex(repeat('00', 96))")) {
            while (rows.next()) {
                String row = rows.getString(1) + "/" + rows.getLong(2);
                int[] sum = claimed.containsKey(row) ? claimed.remove(row) : new int[96];
                byte[] used = rows.getBytes(3);
                byte[] capacity = rows.getBytes(4);
                for (int quarter = 0; quarter < 96; quarter++) {
                    if (used[quarter] != sum[quarter] || used[quarter] > capacity[quarter]) {
                        wrong.add(row);
                    }
                }
            }
        }
        wrong.addAll(claimed.keySet());
        return wrong;
    }

    public static int claims(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from claim")) {
            count.next();
            return count.getInt(1);
        }
    }
}
