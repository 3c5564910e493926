using Gatehouse.AspNetCore.Device;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Memory;

internal sealed class MemoryDeviceStore(MemoryState memory) : IDeviceStore
{
    public Task<bool> TryAddAsync(
        DeviceRequest request,
        int maximum,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        memory.RunAsync(
            () =>
                memory.Devices.Values.Count(waiting => waiting.ExpiresAt > now) < maximum
                && memory.Devices.Values.All(waiting => waiting.UserCode != request.UserCode)
                && memory.Devices.TryAdd(request.DeviceCode, request),
            cancellationToken
        );

    public Task<DeviceRequest?> FindAsync(TokenHash deviceCode, CancellationToken cancellationToken) =>
        memory.RunAsync(() => memory.Devices.GetValueOrDefault(deviceCode), cancellationToken);

    public Task<DeviceRequest?> FindByUserCodeAsync(TokenHash userCode, CancellationToken cancellationToken) =>
        memory.RunAsync(
            () => memory.Devices.Values.FirstOrDefault(waiting => waiting.UserCode == userCode),
            cancellationToken
        );

    public Task<bool> TrySetStateAsync(
        TokenHash deviceCode,
        DeviceRequestState expected,
        DeviceRequestState state,
        CancellationToken cancellationToken
    ) => memory.RunAsync(() => TrySetState(deviceCode, expected, state), cancellationToken);

    public Task PurgeAsync(DateTimeOffset expiredBefore, CancellationToken cancellationToken) =>
        memory.RunAsync(
            () => memory.Devices.RemoveWhere(waiting => waiting.ExpiresAt <= expiredBefore),
            cancellationToken
        );

    private bool TrySetState(TokenHash deviceCode, DeviceRequestState expected, DeviceRequestState state)
    {
        if (memory.Devices.GetValueOrDefault(deviceCode) is not { } waiting || waiting.State != expected)
        {
            return false;
        }

        memory.Devices[deviceCode] = waiting with { State = state };
        return true;
    }
}
