using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Nextcloud.Tools.Tests.Access;

public sealed class ConfirmationCodesTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 27, 12, 9, 59, TimeSpan.Zero));

    [Theory]
    [InlineData(0, true)]
    [InlineData(600, true)]
    [InlineData(602, false)]
    public void A_code_is_good_for_ten_to_twenty_minutes(int seconds, bool holds)
    {
        var codes = new ConfirmationCodes(time);
        var code = codes.Of("wipe 12");

        time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(holds, codes.Holds("wipe 12", code));
        Assert.False(codes.Holds("wipe 13", code));
        Assert.False(codes.Holds("wipe 12", code: null));
    }
}
