using Gatehouse.Nextcloud.Calendar.Recurrence;

namespace Gatehouse.Nextcloud.Tests.Calendar;

public sealed class TakenRulesTests
{
    [Fact]
    public void A_rule_that_was_taken_is_taken_again_and_one_that_was_refused_is_refused_again()
    {
        const string refused = "FREQ=YEARLY;BYMONTH=13";

        for (var i = 0; i < 2; i++)
        {
            Assert.True(RecurrenceRule.TryParse("FREQ=YEARLY;INTERVAL=987", out _, out _));
            Assert.False(RecurrenceRule.TryParse(refused, out _, out _));
        }

        Assert.False(TakenRules.Contains(refused));
    }

    [Fact]
    public void However_many_are_sent_they_are_bounded()
    {
        for (var i = 1; i <= 1500; i++)
            TakenRules.Add($"FREQ=DAILY;COUNT={i}");

        Assert.InRange(Enumerable.Range(1, 1500).Count(i => TakenRules.Contains($"FREQ=DAILY;COUNT={i}")), 1, 1000);
    }
}
