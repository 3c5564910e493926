using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Device;

/// <summary>
/// Keeps devices that wait for a person. They are the one thing anybody can have written without a person's consent, since a code that
/// a person types cannot carry a request; so their number is bounded.
/// </summary>
public interface IDeviceStore
{
    /// <summary>Writes one down, unless so many are waiting already. Counted and written in one step.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maximum">How many may wait at once.</param>
    /// <param name="now">When; what expires at or before it does not count.</param>
    /// <param name="cancellationToken">Ends the wait, not the write.</param>
    /// <returns>False when there is no room, or the user code is in use.</returns>
    Task<bool> TryAddAsync(DeviceRequest request, int maximum, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Finds one by its device code, also a while after it expired.</summary>
    Task<DeviceRequest?> FindAsync(TokenHash deviceCode, CancellationToken cancellationToken);

    /// <summary>Finds one by its user code, also a while after it expired.</summary>
    Task<DeviceRequest?> FindByUserCodeAsync(TokenHash userCode, CancellationToken cancellationToken);

    /// <summary>Changes the state, when it is as expected.</summary>
    /// <returns>False when it is not; then nothing is written.</returns>
    Task<bool> TrySetStateAsync(
        TokenHash deviceCode,
        DeviceRequestState expected,
        DeviceRequestState state,
        CancellationToken cancellationToken
    );

    /// <summary>Forgets those that expired before a moment.</summary>
    Task PurgeAsync(DateTimeOffset expiredBefore, CancellationToken cancellationToken);
}
