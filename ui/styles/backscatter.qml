<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis minScale="1e+08" version="3.22.16-Białowieża" styleCategories="Symbology|Rendering" hasScaleBasedVisibilityFlag="0" maxScale="0">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" maxOversampling="2"/>
    </provider>
    <rasterrenderer type="singlebandpseudocolor" band="1" classificationMin="-20" classificationMax="20" alphaBand="-1" opacity="1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader clip="0" minimumValue="-20" maximumValue="20" colorRampType="INTERPOLATED" classificationMode="1" labelPrecision="6">
          <item alpha="255" value="-20" color="#000000" label="-20"/>
          <item alpha="255" value="-17.5" color="#090909" label="-17.5"/>
          <item alpha="255" value="-15" color="#191919" label="-15"/>
          <item alpha="255" value="-12.5" color="#282828" label="-12.5"/>
          <item alpha="255" value="-10" color="#373737" label="-10"/>
          <item alpha="255" value="-7.5" color="#454545" label="-7.5"/>
          <item alpha="255" value="-5" color="#535353" label="-5"/>
          <item alpha="255" value="-2.5" color="#626262" label="-2.5"/>
          <item alpha="255" value="0" color="#717171" label="0"/>
          <item alpha="255" value="2.5" color="#808080" label="2.5"/>
          <item alpha="255" value="5" color="#909090" label="5"/>
          <item alpha="255" value="7.5" color="#a0a0a0" label="7.5"/>
          <item alpha="255" value="10" color="#b1b1b1" label="10"/>
          <item alpha="255" value="12.5" color="#c3c3c3" label="12.5"/>
          <item alpha="255" value="15" color="#d6d6d6" label="15"/>
          <item alpha="255" value="17.5" color="#eaeaea" label="17.5"/>
          <item alpha="255" value="20" color="#ffffff" label="20"/>
          <rampLegendSettings suffix=" dB" prefix="" useContinuousLegend="1" minimumLabel="" orientation="2" maximumLabel="" direction="0">
            <numericFormat id="basic">
              <Option type="Map">
                <Option type="QChar" name="decimal_separator" value=""/>
                <Option type="int" name="decimals" value="1"/>
                <Option type="int" name="rounding_type" value="0"/>
                <Option type="bool" name="show_plus" value="false"/>
                <Option type="bool" name="show_thousand_separator" value="true"/>
                <Option type="bool" name="show_trailing_zeros" value="false"/>
                <Option type="QChar" name="thousand_separator" value=""/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" colorizeGreen="128" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" invertColors="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
