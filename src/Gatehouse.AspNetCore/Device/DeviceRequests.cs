using System.Text.Json;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Keys;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Device;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.AspNetCore.Device;

/// <summary>Seals and opens the requests of devices on their way to and from the store.</summary>
internal sealed class DeviceRequests(IDeviceStore store, Sealer sealer, Deployment deployment, TimeProvider time)
{
    /// <summary>Long enough to fetch another device, type the code and sign in.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>How long an expired one is still known, so that the device hears that it is over.</summary>
    public static readonly TimeSpan Afterlife = TimeSpan.FromMinutes(10);

    // Two user codes meet once in five million times at the limit; three times in a row never.
    private const int Attempts = 3;

    /// <summary>Writes a request down; null when too many are waiting.</summary>
    public async Task<(DeviceCode DeviceCode, UserCode UserCode)?> TryBeginAsync(
        Client client,
        ScopeSet offered,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = time.GetUtcNow();
            var (deviceCode, userCode) = (DeviceCode.New(), UserCode.New());
            var pending = PendingDevice.Of(client, offered, deviceCode, userCode, now + Lifetime);
            var json = JsonSerializer.SerializeToUtf8Bytes(pending, GatehouseJson.Default.PendingDevice);
            var request = new DeviceRequest(
                deviceCode.Hash,
                userCode.Hash,
                client.Id.Hash,
                sealer.Seal(json, Context(deviceCode.Hash)),
                DeviceRequestState.Pending,
                pending.ExpiresAt
            );
            if (await store.TryAddAsync(request, deployment.Options.MaximumOpenSignIns, now, cancellationToken))
            {
                return (deviceCode, userCode);
            }
        }

        return null;
    }

    /// <summary>What the device with this code asks for; null when no device waits with it.</summary>
    public async Task<PendingDevice?> FindAsync(UserCode code, CancellationToken cancellationToken)
    {
        var request = await store.FindByUserCodeAsync(code.Hash, cancellationToken);
        if (request is not { State: DeviceRequestState.Pending } || request.ExpiresAt <= time.GetUtcNow())
        {
            return null;
        }

        var json = await sealer.OpenAsync(request.Content, Context(request.DeviceCode), cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize(json, GatehouseJson.Default.PendingDevice);
    }

    /// <summary>Does the device still wait for somebody?</summary>
    public async Task<bool> IsPendingAsync(PendingDevice device, CancellationToken cancellationToken) =>
        await store.FindAsync(device.Hash, cancellationToken) is { State: DeviceRequestState.Pending } request
        && request.ExpiresAt > time.GetUtcNow();

    /// <summary>Takes it for the person who agreed; false when somebody else was faster.</summary>
    public Task<bool> TryTakeAsync(PendingDevice device, CancellationToken cancellationToken) =>
        store.TrySetStateAsync(device.Hash, DeviceRequestState.Pending, DeviceRequestState.Taken, cancellationToken);

    /// <summary>The person said no, at once or on the way.</summary>
    public async Task DenyAsync(PendingDevice device, CancellationToken cancellationToken)
    {
        foreach (var state in new[] { DeviceRequestState.Pending, DeviceRequestState.Taken })
        {
            await store.TrySetStateAsync(device.Hash, state, DeviceRequestState.Denied, cancellationToken);
        }
    }

    private static string Context(TokenHash deviceCode) => $"device {deviceCode}";
}
