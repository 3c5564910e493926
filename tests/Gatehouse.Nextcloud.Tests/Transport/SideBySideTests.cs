using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tests.Transport;

public sealed class SideBySideTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_are_in_the_order_of_the_places()
    {
        var first = new TaskCompletionSource();

        var answers = await SideBySide.AskAsync(
            [1, 2],
            async (place, _) =>
            {
                if (place == 1)
                    await first.Task;
                else
                    first.SetResult();
                return place * 10;
            },
            Token
        );

        Assert.Equal([10, 20], answers);
    }

    [Fact]
    public async Task Four_places_are_asked_at_once_and_no_fifth()
    {
        var asked = 0;
        var four = new TaskCompletionSource();
        var most = 0;

        await SideBySide.AskAsync(
            Enumerable.Range(0, 12).ToList(),
            async (place, _) =>
            {
                var now = Interlocked.Increment(ref asked);
                InterlockedMax(ref most, now);
                if (now == 4)
                    four.TrySetResult();
                await four.Task;
                Interlocked.Decrement(ref asked);
                return place;
            },
            Token
        );

        Assert.Equal(4, most);
    }

    [Fact]
    public async Task Two_things_are_asked_at_once()
    {
        var second = new TaskCompletionSource();

        var (text, number) = await SideBySide.AskAsync(
            async _ =>
            {
                await second.Task;
                return "one";
            },
            _ =>
            {
                second.SetResult();
                return Task.FromResult(2);
            },
            Token
        );

        Assert.Equal(("one", 2), (text, number));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_one_of_two_fails_the_other_has_ended_before_anybody_hears_of_it(bool firstFails)
    {
        var ended = false;
        var started = new TaskCompletionSource();
        async Task<int> Fail(CancellationToken token)
        {
            await started.Task;
            throw new InvalidDataException("no");
        }
        async Task<int> Wait(CancellationToken token)
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
                return 0;
            }
            finally
            {
                ended = true;
            }
        }

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            firstFails ? SideBySide.AskAsync(Fail, Wait, Token) : SideBySide.AskAsync(Wait, Fail, Token)
        );

        Assert.True(ended);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        int before;
        while ((before = Volatile.Read(ref most)) < now)
            Interlocked.CompareExchange(ref most, now, before);
    }
}
