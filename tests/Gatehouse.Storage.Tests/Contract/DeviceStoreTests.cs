using Gatehouse.AspNetCore.Device;

namespace Gatehouse.Storage.Tests.Contract;

public sealed class DeviceStoreTests : StoreTests
{
    [Theory, EveryStore]
    public async Task A_request_is_found_by_both_codes(string store)
    {
        using var stores = Open(store);
        var request = Request();

        Assert.True(await stores.Devices.TryAddAsync(request, 10, Sample.Now, Stop));

        Assert.Equivalent(request, await stores.Devices.FindAsync(request.DeviceCode, Stop), strict: true);
        Assert.Equivalent(request, await stores.Devices.FindByUserCodeAsync(request.UserCode, Stop), strict: true);
        Assert.Null(await stores.Devices.FindAsync(request.UserCode, Stop));
        Assert.Null(await stores.Devices.FindByUserCodeAsync(request.DeviceCode, Stop));
    }

    [Theory, EveryStore]
    public async Task A_code_that_is_in_use_is_not_given_again(string store)
    {
        using var stores = Open(store);
        var request = Request();
        await stores.Devices.TryAddAsync(request, 10, Sample.Now, Stop);

        Assert.False(
            await stores.Devices.TryAddAsync(Request() with { UserCode = request.UserCode }, 10, Sample.Now, Stop)
        );
        Assert.False(
            await stores.Devices.TryAddAsync(Request() with { DeviceCode = request.DeviceCode }, 10, Sample.Now, Stop)
        );
    }

    [Theory, EveryStore]
    public async Task No_more_wait_than_there_is_room_and_expired_ones_make_room(string store)
    {
        using var stores = Open(store);
        var requests = Enumerable.Range(0, 40).Select(_ => Request()).ToList();

        var added = await Task.WhenAll(
            requests.Select(request => Task.Run(() => stores.Devices.TryAddAsync(request, 5, Sample.Now, Stop), Stop))
        );

        Assert.Equal(5, added.Count(one => one));
        Assert.True(await stores.Devices.TryAddAsync(Request(), 5, requests[0].ExpiresAt, Stop));
    }

    [Theory, EveryStore]
    public async Task A_state_is_changed_once(string store)
    {
        using var stores = Open(store);
        var request = Request();
        await stores.Devices.TryAddAsync(request, 10, Sample.Now, Stop);

        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(
                        () =>
                            stores.Devices.TrySetStateAsync(
                                request.DeviceCode,
                                DeviceRequestState.Pending,
                                DeviceRequestState.Taken,
                                Stop
                            ),
                        Stop
                    )
                )
        );

        Assert.Single(taken, one => one);
        Assert.Equal(DeviceRequestState.Taken, (await stores.Devices.FindAsync(request.DeviceCode, Stop))!.State);
    }

    [Theory, EveryStore]
    public async Task Old_ones_are_forgotten(string store)
    {
        using var stores = Open(store);
        var request = Request();
        await stores.Devices.TryAddAsync(request, 10, Sample.Now, Stop);

        await stores.Devices.PurgeAsync(request.ExpiresAt.AddMilliseconds(-1), Stop);
        Assert.NotNull(await stores.Devices.FindAsync(request.DeviceCode, Stop));
        await stores.Devices.PurgeAsync(request.ExpiresAt, Stop);
        Assert.Null(await stores.Devices.FindAsync(request.DeviceCode, Stop));
    }

    private static DeviceRequest Request() =>
        new(
            Sample.Hash(),
            Sample.Hash(),
            Sample.Hash(),
            [1, 2, 3],
            DeviceRequestState.Pending,
            Sample.Now.AddMinutes(30)
        );
}
