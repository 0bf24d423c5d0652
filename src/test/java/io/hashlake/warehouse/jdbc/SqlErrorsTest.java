package io.hashlake.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlErrorsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "25006", "40P01", "40001", "53100", "53300", "55P03", "57P01", "57P03", "57014",
                "42P01", "42501", "28P01", "XX000", ""
            })
    void takesWhatIsNotARowsFaultForAnOutage(String state) {
        assertThat(SqlErrors.isData(new SQLException("failed", state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22008", "23514", "23502", "23505", "44000", "54000", "P0001"})
    void findsTheRowAtFault(String state) {
        assertThat(SqlErrors.isData(new SQLException("failed", state))).isTrue();
    }

    @Test
    void takesAnErrorWithoutAStateForAnOutage() {
        assertThat(SqlErrors.isData(new SQLException("Sorry, acquisition timeout!")))
                .isFalse();
    }

    @Test
    void describesInOneLineWithoutThePassword() {
        SQLException error =
                new SQLException("no\n  driver for jdbc:postgresql://h/d?user=u&password=secret&ssl=true", "08001");
        assertThat(SqlErrors.describe(error))
                .isEqualTo("no driver for jdbc:postgresql://h/d?user=u&password=***&ssl=true (SQLSTATE 08001)");
    }
}
