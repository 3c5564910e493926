namespace Gatehouse.AspNetCore.Device;

/// <summary>What a person has made of the request of a device.</summary>
public enum DeviceRequestState
{
    /// <summary>Nobody has typed its code and agreed.</summary>
    Pending,

    /// <summary>Somebody agreed and signs in; when that ends well, a code of the device's hash is found among the codes.</summary>
    Taken,

    /// <summary>Somebody said no.</summary>
    Denied,
}
