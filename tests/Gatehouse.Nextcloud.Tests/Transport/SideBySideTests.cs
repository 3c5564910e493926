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

        var atOnce = await SideBySide.AskAsync(
            Enumerable.Range(0, 12).ToList(),
            async (_, _) =>
            {
                var now = Interlocked.Increment(ref asked);
                if (now == 4)
                    four.TrySetResult();
                await four.Task;
                // A fifth has time to come.
                for (var turn = 0; turn < 5_000; turn++)
                    await Task.Yield();
                Interlocked.Decrement(ref asked);
                return now;
            },
            Token
        );

        Assert.Equal(4, atOnce.Max());
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
    public async Task When_one_of_two_fails_the_other_is_given_up_before_anybody_hears_of_it(bool firstFails)
    {
        var isGivenUp = false;
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
                // Bounded, so that a wait nobody gives up is a failure and not a test without end.
                await Task.Delay(TimeSpan.FromMinutes(1), token);
                return 0;
            }
            catch (OperationCanceledException)
            {
                isGivenUp = true;
                throw;
            }
        }

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            firstFails ? SideBySide.AskAsync(Fail, Wait, Token) : SideBySide.AskAsync(Wait, Fail, Token)
        );

        Assert.True(isGivenUp);
    }
}
